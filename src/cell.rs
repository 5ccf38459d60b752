//! A cell of a table, as a spreadsheet takes it.

/// The signs that begin a formula, in Japanese too.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// What makes a spreadsheet take a cell for a formula.
pub fn is_formula(cell: &str) -> bool {
    cell.starts_with(FORMULA)
}
