//! The certificate that browsers see, of our own making.
//!
//! The key is made on first start and kept. The certificate names every
//! address of the machine, and is made again when those change or a year has
//! nearly passed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};

use anyhow::Context;
use hearth_core::Timestamp;
use rcgen::{CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, KeyPair};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use sha2::{Digest, Sha256};
use time::{Duration, OffsetDateTime};
use tracing::info;

use crate::addresses;
use crate::files::{read_if_there, write_private};

// What browsers accept at the most is 398 days.
const LIFE: Duration = Duration::days(397);
const RENEWED_BEFORE_END: Duration = Duration::days(30);

/// The certificate in use, renewed while the server runs.
#[derive(Debug)]
pub struct Certificate {
    directory: PathBuf,
    key: KeyPair,
    current: RwLock<Current>,
}

#[derive(Debug, Clone)]
struct Current {
    names: Vec<String>,
    until: OffsetDateTime,
    certified: Arc<CertifiedKey>,
}

impl Certificate {
    /// Takes up what `directory` holds, or makes it.
    pub fn open(directory: &Path, now: Timestamp) -> anyhow::Result<Arc<Certificate>> {
        fs::create_dir_all(directory)
            .with_context(|| format!("cannot make {}", directory.display()))?;
        let key = key(&directory.join("key.pem"))?;
        let names = names();
        let kept = read(directory, &key).filter(|kept| kept.serves(&names, now));
        let current = match kept {
            Some(kept) => kept,
            None => issue(directory, &key, names, now)?,
        };
        let directory = directory.to_owned();
        Ok(Arc::new(Certificate { directory, key, current: RwLock::new(current) }))
    }

    /// Makes the certificate again if the machine's addresses changed or it
    /// is about to end.
    pub fn renew(&self, now: Timestamp) -> anyhow::Result<()> {
        let names = names();
        if !self.current().serves(&names, now) {
            let renewed = issue(&self.directory, &self.key, names, now)?;
            *self.current.write().expect("nobody panics while replacing it") = renewed;
        }
        Ok(())
    }

    /// SHA-256 of the certificate, as browsers show it.
    pub fn fingerprint(&self) -> String {
        let hash = Sha256::digest(&self.current().certified.cert[0]);
        hash.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":")
    }

    /// How the server is to speak TLS.
    pub fn server_config(self: &Arc<Self>) -> anyhow::Result<Arc<ServerConfig>> {
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(Arc::clone(self) as Arc<dyn ResolvesServerCert>);
        Ok(Arc::new(config))
    }

    fn current(&self) -> Current {
        self.current.read().expect("nobody panics while replacing it").clone()
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.current().certified)
    }
}

impl Current {
    fn serves(&self, names: &[String], now: Timestamp) -> bool {
        self.names == names && on_calendar(now) + RENEWED_BEFORE_END < self.until
    }
}

/// Every name and address by which this machine may be called.
fn names() -> Vec<String> {
    let host = gethostname::gethostname().to_string_lossy().to_lowercase();
    let mut names = vec!["localhost".to_owned()];
    names.extend(addresses::local_name());
    if addresses::is_dns(&host) && host != "localhost" {
        names.push(host);
    }
    names.extend(["127.0.0.1".to_owned(), "::1".to_owned()]);
    names.extend(addresses::of_this_machine().iter().map(ToString::to_string));
    names
}

fn key(path: &Path) -> anyhow::Result<KeyPair> {
    let kept = read_if_there(path).with_context(|| format!("cannot read {}", path.display()))?;
    if let Some(pem) = kept {
        return KeyPair::from_pem(&pem).with_context(|| {
            format!("{} holds no key; remove it to get a new one", path.display())
        });
    }
    let key = KeyPair::generate()?;
    write_private(path, key.serialize_pem().as_bytes())
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(key)
}

/// `certificate.der`, and beside it `certificate.txt`: when it ends, in
/// seconds since 1970, and then its names, each on a line.
fn read(directory: &Path, key: &KeyPair) -> Option<Current> {
    let der = fs::read(directory.join("certificate.der")).ok()?;
    let notes = fs::read_to_string(directory.join("certificate.txt")).ok()?;
    let mut lines = notes.lines();
    let until = OffsetDateTime::from_unix_timestamp(lines.next()?.parse().ok()?).ok()?;
    let names = lines.map(str::to_owned).collect();
    Some(Current { names, until, certified: certified(der, key).ok()? })
}

fn issue(
    directory: &Path,
    key: &KeyPair,
    names: Vec<String>,
    now: Timestamp,
) -> anyhow::Result<Current> {
    let today = on_calendar(now);
    let mut params = CertificateParams::new(names.clone())?;
    let mut subject = DistinguishedName::new();
    subject.push(DnType::CommonName, "Hearth");
    params.distinguished_name = subject;
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    // The clock of another machine may be behind.
    params.not_before = today - Duration::days(1);
    params.not_after = today + LIFE;
    let until = params.not_after;
    let der = params.self_signed(key)?.der().to_vec();

    let notes = format!("{}\n{}\n", until.unix_timestamp(), names.join("\n"));
    fs::write(directory.join("certificate.der"), &der)
        .and_then(|()| fs::write(directory.join("certificate.txt"), notes))
        .with_context(|| format!("cannot write the certificate into {}", directory.display()))?;
    info!("Made a certificate for {}", names.join(", "));
    Ok(Current { names, until, certified: certified(der, key)? })
}

fn certified(der: Vec<u8>, key: &KeyPair) -> anyhow::Result<Arc<CertifiedKey>> {
    let key = PrivatePkcs8KeyDer::from(key.serialize_der());
    let chain = vec![CertificateDer::from(der)];
    Ok(Arc::new(CertifiedKey::from_der(chain, key.into(), &ring::default_provider())?))
}

fn on_calendar(now: Timestamp) -> OffsetDateTime {
    let seconds = i64::try_from(now.0 / 1000).unwrap_or(i64::MAX);
    OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Timestamp = Timestamp(1_800_000_000_000);

    #[test]
    fn a_certificate_is_kept_and_renewed_in_time() {
        let directory = tempfile::tempdir().expect("a directory of our own");
        let first = Certificate::open(directory.path(), TODAY).expect("one is made").fingerprint();
        let again = Certificate::open(directory.path(), TODAY).expect("it is kept");
        assert_eq!(again.fingerprint(), first, "a restart changes nothing");

        let a_year_later = Timestamp(TODAY.0 + 370 * 24 * 60 * 60 * 1000);
        again.renew(a_year_later).expect("it is renewed");
        assert_ne!(again.fingerprint(), first, "in its last month it is made again");
    }

    #[test]
    fn a_machine_with_another_name_gets_another_certificate() {
        let directory = tempfile::tempdir().expect("a directory of our own");
        let first = Certificate::open(directory.path(), TODAY).expect("one is made").fingerprint();
        let notes = directory.path().join("certificate.txt");
        let older = fs::read_to_string(&notes).expect("it was written") + "192.0.2.7\n";
        fs::write(&notes, older).expect("it can be written");
        let second = Certificate::open(directory.path(), TODAY).expect("another is made");
        assert_ne!(second.fingerprint(), first, "the machine left that address");
    }

    #[test]
    fn a_damaged_key_is_said_and_not_replaced() {
        let directory = tempfile::tempdir().expect("a directory of our own");
        fs::write(directory.path().join("key.pem"), "nonsense").expect("it can be written");
        let error = Certificate::open(directory.path(), TODAY).expect_err("nonsense is no key");
        assert!(error.to_string().contains("holds no key"), "{error}");
    }
}
