/** What files that hold lists are called. Their content tells what they are; by the name they are offered, and found in folders. */
export const tableEndings: readonly string[] = ['.xlsx', '.xlsm', '.xlsb', '.xls', '.et', '.ods', '.csv', '.tsv', '.txt', '.xml', '.htm', '.html']
