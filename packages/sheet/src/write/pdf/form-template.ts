/**
 * The 様式 in typst. What is printed comes in as JSON under `sys.inputs.form` (the shape is `FormData`), so that no
 * text of a sheet is ever read as markup.
 */
export const FORM_TEMPLATE = String.raw`
#let form = json(bytes(sys.inputs.form))
#let rule = 0.5pt + luma(90)
#let inset = (x: 4pt, y: 4pt)
#let whole = form.columns.map(column => column.share).sum()
#let names = form.columns.map(column => column.field)

// Without a date the same sheet gives the same bytes.
#set document(title: form.title, date: none)
#set text(font: "Noto Sans JP", size: 9pt, lang: "ja", region: "JP", cjk-latin-spacing: none)
#set par(leading: 0.55em, spacing: 0.55em, linebreaks: "simple")
#set page(
  paper: "a4",
  flipped: true,
  margin: (top: 16mm, bottom: 13mm, x: 10mm),
  // The first page has the head as its title.
  header: context if here().page() > 1 { text(size: 9pt, form.title) },
  footer: context align(center, text(size: 8pt, counter(page).display("1 / 1", both: true))),
)
#show title: set text(size: 12pt)
#show heading: set text(size: 10.5pt, weight: "bold")
#show heading: set block(above: 10pt, below: 6pt)
#show heading.where(level: 1): set text(size: 13pt)
#show heading.where(level: 1): set block(above: 15pt, below: 7pt)
#show heading.where(level: 2): set text(size: 11.5pt)
#show heading.where(level: 2): set block(above: 12pt, below: 6pt)

// Each line is a paragraph; what follows a bullet hangs behind it. The box keeps the bullet from being narrowed.
#let lines(words) = for line in words.split("\n") {
  let mark = line.match(regex("^[・※■◆●○①-⑳]"))
  if mark == none { par(line) } else { par(hanging-indent: 1em, box(width: 1em, mark.text) + line.slice(mark.end)) }
}

#let nested(it) = block(above: 4pt, table(
  columns: it.rows.first().cells.len(),
  stroke: rule,
  inset: (x: 4pt, y: 2.2pt),
  align: (x, _) => if x == 0 { left } else { right },
  fill: (_, y) => if y == 0 { luma(245) },
  table.header(..it.rows.first().cells.map(cell => cell.text)),
  ..it.rows.slice(1).map(row => row.cells.map(cell => cell.text)).flatten(),
))

#let body(cell) = {
  lines(cell.text)
  for it in cell.tables { nested(it) }
}

#let head(cell) = strong(cell.text.replace(" (", "\n(").split("\n").join(linebreak()))

// Never less than the height of the cell: full-width characters, a third more for what lines leave over.
#let at-most(cell, width) = {
  let count(words) = words.split("\n").map(line => calc.ceil(1.3 * 9pt * line.codepoints().len() / width)).sum()
  15pt * (count(cell.text) + cell.tables.map(it => 3 + it.rows.map(row => calc.max(..row.cells.map(inner => count(inner.text)))).sum()).sum(default: 0))
}

// typst lets an unbreakable row run off the page, so only rows that fit one may be unbreakable. A merged cell breaks
// wherever its rows do; where it is longer than them, the last of them grows with it. Measuring is half of the time, so
// what is surely short is not measured.
#let answers(it, lead) = layout(room => {
  let width(cell) = room.width * form.columns.slice(cell.x, cell.x + cell.colSpan).map(column => column.share).sum() / whole - 2 * inset.x
  let exact(cell) = measure(width: width(cell), body(cell)).height + 2 * inset.y
  let height(cell) = {
    let most = at-most(cell, width(cell)) + 2 * inset.y
    if most < room.height / 2 { most } else { exact(cell) }
  }
  let header = it.rows.first()
  let space = room.height - calc.max(..header.cells.map(cell => measure(width: width(cell), head(cell)).height + 2 * inset.y))
  let before = lead.map(block => measure(width: room.width, block).height + 12pt).sum(default: 0pt)
  let rows = it.rows.slice(1)
  let tallest(row, measured) = calc.max(0pt, ..row.cells.filter(cell => cell.rowSpan == 1).map(measured))
  let splits = rows.enumerate().map(((index, row)) => tallest(row, height) > space - if index == 0 { before } else { 0pt })
  // Rows under one merged cell stay together where that leaves at most half a page empty.
  let together(cell, index) = rows.slice(index, index + cell.rowSpan).map(covered => tallest(covered, height)).sum() < room.height / 2 and height(cell) < room.height / 2
  for (index, row) in rows.enumerate() {
    for cell in row.cells.filter(cell => cell.rowSpan > 1 and height(cell) > room.height / 2) {
      if exact(cell) > rows.slice(index, index + cell.rowSpan).map(covered => tallest(covered, exact)).sum() {
        for covered in range(index, index + cell.rowSpan) { splits.at(covered) = true }
      }
    }
  }
  table(
    columns: form.columns.map(column => column.share * 1fr),
    stroke: rule,
    inset: inset,
    table.header(..header.cells.map(cell => table.cell(align: center + horizon, fill: luma(235), head(cell)))),
    ..rows.enumerate().map(((index, row)) => row.cells.map(cell => table.cell(
      x: cell.x,
      colspan: cell.colSpan,
      rowspan: cell.rowSpan,
      breakable: if cell.rowSpan > 1 { not together(cell, index) } else { splits.at(index) },
      align: if names.at(cell.x) == "progress" { center } else { left },
      body(cell),
    ))).flatten(),
  )
})

#title()
#for part in form.parts {
  let lead = part.lead.map(it => if it.level > 0 { heading(level: it.level, it.text) } else { block(sticky: true, lines(it.text)) })
  lead.join()
  if part.table != none { answers(part.table, lead) }
}
#if form.note != "" { block(above: 12pt, lines(form.note)) }
`;
