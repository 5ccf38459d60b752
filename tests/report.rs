//! The report: what it counts is counted again here, the slow way.

use crate::shipped::shipped;
use mantelwijzer::report::{fresh::*, gaps::gaps, heat::heat, languages::*, reach::*, scope::offers_at};

#[test]
fn look() {
    let catalogue = shipped();
    for id in ["be-nis-44021"] {
        let place = catalogue.regions().find(id).unwrap();
        let offers = offers_at(&catalogue, place);
        let heat = heat(&catalogue, place);
        let t = std::time::Instant::now();
        let r = reach(&catalogue, &offers, &[heat], Some(place));
        println!("{id} reach {:?}", t.elapsed());
        println!("never {:?}", r.never.iter().map(|o| catalogue.offer(*o).id.to_string()).collect::<Vec<_>>());
        println!("low {:?}", r.low.iter().map(|(o, n)| format!("{} {n}", catalogue.offer(*o).id)).collect::<Vec<_>>());
        for l in &r.lone {
            println!("lone {} {} {:?} {}", catalogue.offer(l.offer).id, l.need, l.situations, l.always);
        }
        println!("{:?}", languages(&catalogue, &offers));
        let l = level(&catalogue, &offers);
        println!("{:?} {:?}", l.all.score(), l.bands);
        for h in l.hardest {
            println!("{} {} {:?} {}", h.score, h.field, h.reading, h.words);
        }
        let a = ageing(&catalogue, mantelwijzer::date::Date::parse("2026-11-25").unwrap(), &offers);
        println!("{:?} {:?} {:?}", a.all, a.coming, &a.partners[..5]);
    }
    let _ = gaps;
}
