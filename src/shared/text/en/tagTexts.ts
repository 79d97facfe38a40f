import type { Spoken } from '../paper'
import type * as zh from '../zh/tagTexts'

export const tagTexts = {
  'tags.unchanged': 'Nothing to change',
  'tags.changed': 'Changed the tags of {count} {count|record|records}. Undo: undo-change {sequence}',

  'tags.add': 'Add tag',
  'tags.remove': 'Remove tag',
  'tags.adding': '{count} {unit}: add tag {tag}',
  'tags.removing': '{count} {unit}: remove tag {tag}',
  'tags.menu': 'Tag {count} {unit}',
  'tags.placeholder': 'Choose, or type a new one',
  'tags.field': 'Tag',

  'tags.manage': 'Manage tags',
  'tags.none': 'There are no tags yet',
  'tags.kind': '{name}: {count} {unit}',
  'tags.rename': 'Rename',
  'tags.renameOf': 'Rename “{tag}”',
  'tags.newName': 'New name',
  'tags.renameDone': 'Save',
  'tags.drop': 'Delete',
  'tags.dropOf': 'Delete the tag “{tag}”',
  'tags.dropTitle': 'Delete the tag “{tag}”',
  'tags.dropText': '{counts} lose this tag; the records stay as they are. It can be undone.',
  'tags.renameTitle': '“{tag}” becomes “{to}”',
  'tags.renameText': 'The tag is renamed on {counts}. It can be undone.',
  'tags.mergeText': 'On {counts} the tag becomes part of “{to}”, which exists already. It can be undone.',
  'tags.cancel': 'Cancel',
  'tags.close': 'Close',
} as const satisfies Spoken<typeof zh.tagTexts>
