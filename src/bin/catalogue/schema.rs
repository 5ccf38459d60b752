//! `schema`: what an editor completes and checks the files by, made from the types that read them.

use crate::{CannotRun, End, files};
use mantelwijzer::catalogue::raw::{
    PartnerFileSchema, RawGuide, RawOverlay, RawQuestionnaire, RawRegions, RawTranslations,
};
use schemars::{Schema, schema_for};
use std::path::Path;

pub fn run(out: Option<&Path>) -> Result<End, CannotRun> {
    let Some(out) = out else {
        files::print(&text(&schema_for!(PartnerFileSchema)));
        return Ok(End::Clean);
    };
    for (name, schema) in [
        ("catalogue.schema.json", schema_for!(PartnerFileSchema)),
        ("guide.schema.json", schema_for!(RawGuide)),
        ("overlay.schema.json", schema_for!(RawOverlay)),
        ("questionnaire.schema.json", schema_for!(RawQuestionnaire)),
        ("regions.schema.json", schema_for!(RawRegions)),
        ("translations.schema.json", schema_for!(RawTranslations)),
    ] {
        files::write(&out.join(name), text(&schema))?;
    }
    Ok(End::Clean)
}

fn text(schema: &Schema) -> String {
    serde_json::to_string_pretty(schema).unwrap_or_default() + "\n"
}
