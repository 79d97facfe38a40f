import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipOf } from './workbookParts'

const samples = join(import.meta.dirname, '../../../resources/samples')
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')
const packageOf = (...names: string[]): Buffer => zipOf(names.map((name) => ({ name, content: '<x/>' })))

export const aSample = (name: string): Buffer => readFileSync(join(samples, name))

export function aPdf(text = '证书'): Buffer {
  return Buffer.from(`%PDF-1.4\n1 0 obj << /Title (${text}) >> endobj\ntrailer << >>\n%%EOF\n`)
}

/** Documents by the type that their content says. */
export const documents: Readonly<Record<string, Buffer>> = {
  pdf: aPdf(), ofd: packageOf('OFD.xml', 'Doc_0/Document.xml'), docx: packageOf('[Content_Types].xml', 'word/document.xml'),
  pptx: packageOf('[Content_Types].xml', 'ppt/presentation.xml'), xlsx: aSample('01_单位名录_2021.xlsx'), xls: aSample('13_incoPat导出_青岛_20220110.xls'),
  jpg: bytes('\xff\xd8\xff\xe0\0\x10JFIF\0'), png: bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), gif: bytes('GIF89a\x01\0'), tif: bytes('II\x2a\0\x08\0\0\0'),
  webp: bytes('RIFF\x20\0\0\0WEBPVP8 '), heic: bytes('\0\0\0\x18ftypheic\0\0\0\0'), bmp: bytes('BM\x10\0\0\0\0\0\0\0\0\0\0\0\0\0'),
}

/** What is no document, by what it is. */
export const notDocuments: readonly (readonly [what: string, fileName: string, content: Buffer])[] = [
  ['program', '证书.pdf', bytes('MZ\x90\0\x03\0\0\0%PDF-1.4')], ['program', 'photo.jpg', bytes('\x7fELF\x02\x01')],
  ['shortcut', '证书.pdf.lnk', bytes('L\0\0\0\x01\x14\x02\0\0\0')], ['shortcut', '链接.pdf', bytes('[InternetShortcut]\r\nURL=file:///c:/x.exe\r\n')],
  ['script', '说明.docx', bytes('#!/bin/sh\nrm -rf ~\n')], ['script', '批处理.pdf', bytes('@echo off\r\ndel *.*\r\n')],
  ['web_page', '网页.pdf', bytes('<!DOCTYPE html><script>alert(1)</script>')], ['web_page', '图.png', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
  ['web_page', '21.xls', aSample('21_商标网页导出_实为HTML.xls')], ['web_page', '归档.doc', bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n')],
  ['archive', '全部材料.zip', packageOf('证书.exe')], ['archive', '材料.rar', bytes('Rar!\x1a\x07\0')], ['archive', '坏.docx', bytes('PK\x03\x04broken')],
  ['macros', '表.xlsx', packageOf('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin')], ['protected', '密.xlsx', aSample('96_加密工作簿_密码qd2022.xlsx')],
  ['text', '备注.txt', bytes('just words')], ['unknown', '数据.pdf', bytes('\x01\x02\0\x03')], ['unknown', '安装.doc', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1installer')],
]

/** Writes a file and answers with its path. */
export function aFile(folder: string, name: string, content: Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
