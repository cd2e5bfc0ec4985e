/** By its name, a sheet that shows how to fill in the others: the words of its rows are nobody's answers, where others are there. */
export const isExample = (name: string): boolean => /記[入載]\s*例|記入見本|サンプル|作成例/u.test(name);
