//! A spreadsheet around a sheet: its files, stored one after the other as ZIP has them, none of them made smaller.
//!
//! A mutated ZIP hardly ever gets past its checksums; so the fuzzer mutates what is in it.

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Aanbod" sheetId="1" r:id="r1"/></sheets></workbook>"#;

const SHEETS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

/// The whole file. Between zero bytes: the sheet, the words that cells share, and how numbers look.
pub fn workbook(bytes: &[u8]) -> Vec<u8> {
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let mut files: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", SHEETS.as_bytes()),
    ];
    for name in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
        files.extend(parts.next().map(|part| (name, part)));
    }
    zip(&files)
}

/// A ZIP (APPNOTE 4.3): each file with its header, then the list of all, then where that list begins.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut whole, mut list) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let (at, size) = (whole.len() as u32, content.len() as u32);
        let mut about: Vec<u8> = [20_u16, 0, 0, 0, 0x21].iter().flat_map(|number| number.to_le_bytes()).collect();
        about.extend([checksum(content), size, size].iter().flat_map(|number| number.to_le_bytes()));
        about.extend([name.len() as u16, 0].iter().flat_map(|number| number.to_le_bytes()));
        whole.extend([b"PK\x03\x04", about.as_slice(), name.as_bytes(), content].concat());
        list.extend([b"PK\x01\x02\x14\x00", about.as_slice(), &[0; 10], &at.to_le_bytes(), name.as_bytes()].concat());
    }
    let (count, start, size) = (files.len() as u16, whole.len() as u32, list.len() as u32);
    whole.append(&mut list);
    whole.extend(b"PK\x05\x06\0\0\0\0");
    whole.extend([count, count].iter().flat_map(|number| number.to_le_bytes()));
    whole.extend([size, start].iter().flat_map(|number| number.to_le_bytes()));
    whole.extend([0; 2]);
    whole
}

/// CRC-32, bit by bit.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}
