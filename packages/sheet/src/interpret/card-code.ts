/** The card's code: section number and row code of the sheet, "3(1)" and "16a" as `3-(1)-16a`, "1(2)ア" and "6" as `1-(2)ア-6`. */
export function cardCode(sectionNumber: string, rowCode: string): string {
  const bracket = sectionNumber.indexOf('(');
  const parts = bracket < 0 ? [sectionNumber] : [sectionNumber.slice(0, bracket), sectionNumber.slice(bracket)];
  return [...parts, rowCode].filter((part) => part !== '').join('-');
}
