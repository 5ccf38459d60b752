//! The report: what it counts is counted again here, the slow way.

use crate::shipped::shipped;
use mantelwijzer::report::{gaps::gaps, heat::heat};

#[test]
fn look() {
    let catalogue = shipped();
    for id in ["be-nis-44021", "be-nis-13025", "nl-gm0392"] {
        let place = catalogue.regions().find(id).unwrap();
        let t = std::time::Instant::now();
        let heat = heat(&catalogue, place);
        println!("{id} heat {} {:?}", heat.cells.len(), t.elapsed());
        let t = std::time::Instant::now();
        let gaps = gaps(&catalogue, place);
        println!("{id} gaps {} {:?}", gaps.len(), t.elapsed());
        let q = catalogue.questionnaire();
        for gap in gaps.iter().take(60) {
            let needs: Vec<_> = gap.needs.iter().map(|n| q.get(catalogue.landmarks().needs).options[*n].id.to_string()).collect();
            let who: Vec<_> = gap.who.iter().map(|(i, o)| format!("{}={}", q.get(*i).id, o.iter().map(|o| q.get(*i).options[*o].id.to_string()).collect::<Vec<_>>().join("|"))).collect();
            println!("{:?} {} {:?} {}", gap.level, gap.share, needs, who.join(" & "));
        }
    }
}
