/**
 * Every code the program can answer with, in domain words. Adding one here makes its Chinese text in
 * src/shared/text/zh-CN.ts a compile error until it is written.
 */

/** Whole-operation refusals (cli.md "import: Refusals" and the register's own). */
export const refusalCodes = [
  'empty_file', 'not_a_table', 'damaged', 'encrypted', 'wrong_password', 'too_large', 'ambiguous_file',
  'backup_damaged', 'backup_of_damaged', 'backup_no_folder', 'backup_folder_away', 'register_read_only',
  'document_type', 'format_too_old', 'no_known_column', 'kind_mismatch', 'register_newer', 'register_in_use', 'register_on_share',
  'register_damaged', 'register_changed', 'file_changed', 'original_missing', 'population_missing', 'market_entities_missing', 'unknown_name', 'file_not_found', 'file_not_readable',
  'file_not_writable', 'disk_full', 'parser_stopped', 'unknown_batch', 'batch_already_undone', 'batch_not_undone', 'original_changed', 'unknown_sheet',
  'unknown_record', 'batch_too_large', 'list_expired', 'invalid_answer', 'invalid_map', 'form_check_failed', 'job_cancelled', 'job_interrupted',
  'bridge_untrusted_sender', 'bridge_invalid_input', 'register_unavailable', 'result_expired', 'record_exists',
  'field_required', 'field_fixed', 'field_computed', 'field_in_panel', 'field_by_merge', 'nothing_to_undo', 'nothing_to_withdraw', 'register_exists', 'backup_no_room', 'backup_not_verified', 'ambiguous_record', 'unknown_state', 'invalid_bindings', 'template_changed', 'template_cell_taken', 'template_block_full', 'period_frozen', 'not_frozen', 'invalid_indicator', 'no_own_indicators', 'indicator_in_use', 'attachment_refused', 'attachment_too_large', 'attachment_lost', 'unknown_attachment', 'unexpected',
  'table_too_large',
  'update_unsigned_build', 'update_place_wrong', 'update_place_away', 'update_not_signed', 'update_unreadable', 'update_incomplete', 'update_changed', 'update_no_package',
  'no_chinese_font',
  'backup_keys_unreadable', 'backup_not_encrypted', 'backup_is_encrypted', 'backup_sheet_first', 'password_too_short', 'password_too_long', 'recovery_key_mistyped',
] as const

/** Wrong use of the command line: exit code 2. */
export const usageCodes = [
  'usage_unknown_command', 'usage_unknown_option', 'usage_missing_argument', 'usage_bad_value', 'usage_as_of_with_flow',
] as const

/** Why a row is rejected or asked about (domain.md 9 and samples/README "Codes"). */
export const verdictCodes = [
  'plan_number', 'draft_not_published', 'amendment_not_counted', 'not_a_standard_number', 'unknown_nature', 'unknown_code',
  'unknown_region_code', 'year_in_future', 'association_code_missing', 'missing_key', 'formula_error', 'missing_value',
  'bad_date', 'bad_term', 'bad_number', 'scientific_notation', 'check_digit', 'bad_type_digit', 'bad_format', 'bad_year',
  'type_kind_mismatch', 'out_of_range', 'similar_group_code', 'precision_lost', 'illegal_char', 'check_char',
  'bad_length', 'org_code_only', 'old_registration_number', 'unknown_value', 'other_figure', 'unknown_region', 'text_too_long', 'unknown_patent', 'unknown_unit', 'own_parent', 'not_positive', 'registered_abroad',
  'shared_string_missing', 'year_missing', 'foreign_edition', 'part_dot_restored', 'ambiguous_month', 'ambiguous_order', 'two_digit_year', 'year_not_shown',
  'numbers_disagree', 'unit_doubtful', 'district_ambiguous', 'zone_without_district', 'zone_without_population', 'unit_name_proposal', 'quote_not_closed', 'surplus_fields', 'merged_region', 'not_year_end',
] as const

/** What was repaired in an accepted row. */
export const repairCodes = [
  'slash_restored', 'dash_restored', 'two_digit_year', 'extracted_from_text', 'year_separator_fixed', 'range_split',
  'check_digit_computed', 'leading_zero_restored', 'org_code_check_digit', 'ics_numeric_cell',
] as const

/** Things worth saying about an accepted row; never a reason to stop. */
export const noticeCodes = [
  'city_total_row', 'month_precision', 'role_conflicts_with_list', 'list_truncated', 'list_conflict', 'place_conflict', 'type_conflict', 'kind_conflict',
  'formula_error', 'foreign_script_or_pinyin', 'mojibake', 'hidden_row', 'duplicate_in_file', 'district_alias_historical',
  'cleaned', 'control_characters', 'unit_not_in_directory', 'status_conflict', 'value_conflict', 'file_conflict', 'grant_before_filing', 'bad_text_value',
  'unmapped_column', 'macros_ignored', 'hidden_sheet_left_out', 'active_filter', 'date1904', 'event_not_status', 'formula_without_value',
  'sheet_left_out', 'sheet_continues', 'table_left_out', 'beside_left_out', 'column_by_content', 'hidden_column', 'markup_removed', 'return_recognised', 'return_unknown', 'return_row_altered', 'return_table_changed',
  'simplified', 'changed_since_export', 'district_beside_name', 'delimiter_in_text', 'date_ahead', 'owner_by_title', 'unit_by_title', 'date_before', 'owner_missing', 'first_owner_only', 'ended_in_term', 'zone_elsewhere', 'district_of_sheet_before', 'district_unsaid',
  'move_undated', 'move_forgotten',
  'valid_ungranted', 'mark_undated', 'owner_unsaid', 'unknown_word',
] as const

/** Notices of a row that contradicts somebody: it counts as one in conflict. */
export const conflictNotices = ['list_conflict', 'place_conflict', 'value_conflict', 'file_conflict', 'changed_since_export'] as const satisfies readonly (typeof noticeCodes)[number][]
export type ConflictNotice = (typeof conflictNotices)[number]

/** Why a body row was skipped. */
export const skipCodes = ['note', 'signature', 'total', 'subtotal', 'example', 'repeated_header', 'blank', 'section'] as const

export type RefusalCode = (typeof refusalCodes)[number]
export type UsageCode = (typeof usageCodes)[number]
export type VerdictCode = (typeof verdictCodes)[number]
export type RepairCode = (typeof repairCodes)[number]
export type NoticeCode = (typeof noticeCodes)[number]
export type SkipCode = (typeof skipCodes)[number]
export type ErrorCode = RefusalCode | UsageCode | VerdictCode
