//! Headers of files.

use super::*;

fn names(register: &Register, column: &Column) -> Vec<String> {
    let name = match (register.name, column.name) {
        (_, "insurer") => "保険者番号",
        (_, "insured") => "被保険者番号",
        ("insurers", "name") => "保険者名",
        (_, "contract_on") => "契約日",
        _ => "",
    };
    vec![name.to_owned()]
}

fn header(text: &str) -> Vec<String> {
    text.split(',').map(str::to_owned).collect()
}

fn found(text: &str) -> Result<&'static str, HeadFault> {
    Heads::find(&header(text), &names).map(|heads| heads.register.name)
}

#[test]
fn the_header_tells_the_register() {
    assert_eq!(found("保険者番号,保険者名"), Ok("insurers"));
    assert_eq!(found(" Insurer ,INSURED,契約日"), Ok("clients"));
    assert_eq!(found("insurer,insured,from,rate"), Ok("rates"));
    assert_eq!(found("insurer,insured"), Ok("clients"));
    assert_eq!(found("office,kind,class,"), Ok("classes"), "an empty head is none");
    assert_eq!(found("code,name,units"), Err(HeadFault::NoRegister));
    assert_eq!(found("insurer,name,colour"), Err(HeadFault::NoRegister));
    assert_eq!(found("insurer,insurer,name"), Err(HeadFault::NoRegister));
}

#[test]
fn a_named_register_leaves_out_what_it_does_not_know() {
    let heads = Heads::of(named("clients"), &header("氏名,被保険者番号,保険者番号,契約日"), &names).unwrap();
    assert_eq!((heads.unknown.as_slice(), heads.place("insured")), (&["氏名".to_owned()][..], Some(2)));
    let row = heads.cells(&header("見本,0000100017,131016,R8.4.1")).unwrap();
    assert_eq!(row, cells("insured=0000100017 insurer=131016 contract_on=R8.4.1"));
    assert_eq!(heads.cells(&header("見本,0000100017,131016,,, ")).unwrap()["contract_on"], "");
    for bad in ["見本,0000100017,131016", "見本,0000100017,131016,,x"] {
        let fault = heads.cells(&header(bad)).unwrap_err();
        assert_eq!((fault.expected, fault.value.as_str()), ("cell-columns", "4"), "{bad}");
    }
    let missing = Heads::of(named("clients"), &header("氏名,契約日"), &names);
    assert_eq!(missing, Err(HeadFault::Missing(vec!["insurer", "insured"], vec!["氏名".to_owned()])));
    let twice = Heads::of(named("clients"), &header("insurer,insured,契約日,contract_on"), &names);
    assert_eq!(twice, Err(HeadFault::Repeated("contract_on")));
}
