//! A released server carries the UI inside, and is made again when that changes.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("PROFILE").as_deref() == Ok("release") {
        println!("cargo::rerun-if-changed=../../../ui/dist");
    }
}
