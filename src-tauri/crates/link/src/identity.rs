//! By what one installation knows another again: a key that it keeps for good.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use rcgen::{CertificateParams, DistinguishedName, KeyPair, PKCS_ED25519, PublicKeyData};
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::sign::CertifiedKey;

use crate::files::{read_if_there, write_private};
use crate::{Fingerprint, InstallationId};

/// This installation's id and key.
#[derive(Debug)]
pub struct Identity {
    id: InstallationId,
    fingerprint: Fingerprint,
    certified: Arc<CertifiedKey>,
}

impl Identity {
    /// Takes up what `directory` holds, or makes it.
    pub fn open(directory: &Path) -> anyhow::Result<Identity> {
        fs::create_dir_all(directory)
            .with_context(|| format!("cannot make {}", directory.display()))?;
        let key = key(&directory.join("installation.pem"))?;
        let id = id(&directory.join("installation.txt"))?;
        let fingerprint = Fingerprint::of_key(&key.subject_public_key_info());
        Ok(Identity { id, fingerprint, certified: certified(&key)? })
    }

    /// What this installation is called.
    pub fn id(&self) -> InstallationId {
        self.id
    }

    /// By what it is known again.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    pub(crate) fn certified(&self) -> Arc<CertifiedKey> {
        Arc::clone(&self.certified)
    }
}

fn key(path: &Path) -> anyhow::Result<KeyPair> {
    let kept = read_if_there(path).with_context(|| format!("cannot read {}", path.display()))?;
    if let Some(pem) = kept {
        let key = KeyPair::from_pem(&pem).ok().filter(|key| key.is_compatible(&PKCS_ED25519));
        return key.with_context(|| {
            let path = path.display();
            format!("{path} holds no Ed25519 key; without it others will not know this installation again. Remove the file to begin as a new one")
        });
    }
    let key = KeyPair::generate_for(&PKCS_ED25519)?;
    write_private(path, key.serialize_pem().as_bytes())
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(key)
}

fn id(path: &Path) -> anyhow::Result<InstallationId> {
    let kept = read_if_there(path).with_context(|| format!("cannot read {}", path.display()))?;
    if let Some(text) = kept {
        return text.trim().parse().with_context(|| format!("{} is damaged", path.display()));
    }
    let mut random = [0; 16];
    getrandom::fill(&mut random).context("there is no generator of random numbers")?;
    let id = InstallationId::from_random(random);
    write_private(path, format!("{id}\n").as_bytes())
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(id)
}

/// The key in a certificate, since TLS wants one. It says nothing but the key
/// and never ends: what counts is the fingerprint.
fn certified(key: &KeyPair) -> anyhow::Result<Arc<CertifiedKey>> {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    let certificate = CertificateDer::from(params.self_signed(key)?.der().to_vec());
    let key = PrivatePkcs8KeyDer::from(key.serialize_der());
    Ok(Arc::new(CertifiedKey::from_der(vec![certificate], key.into(), &ring::default_provider())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_kept() {
        let directory = tempfile::tempdir().expect("a directory of our own");
        let first = Identity::open(directory.path()).expect("one is made");
        let again = Identity::open(directory.path()).expect("it is kept");
        assert_eq!((again.id(), again.fingerprint()), (first.id(), first.fingerprint()));

        let elsewhere = tempfile::tempdir().expect("another directory");
        let other = Identity::open(elsewhere.path()).expect("one is made");
        assert_ne!(other.id(), first.id());
        assert_ne!(other.fingerprint(), first.fingerprint());
    }

    #[test]
    fn what_is_damaged_is_said_and_not_replaced() {
        for name in ["installation.pem", "installation.txt"] {
            let directory = tempfile::tempdir().expect("a directory of our own");
            Identity::open(directory.path()).expect("one is made");
            let path = directory.path().join(name);
            fs::write(&path, "nonsense").expect("it can be written");
            let error = Identity::open(directory.path()).expect_err("nonsense is no identity");
            assert!(error.to_string().contains(name), "{error}");
            assert_eq!(fs::read_to_string(&path).expect("it is there"), "nonsense");
        }
    }

    #[test]
    fn a_key_of_another_kind_is_not_taken_for_an_identity() {
        let directory = tempfile::tempdir().expect("a directory of our own");
        let other = KeyPair::generate().expect("a key for browsers").serialize_pem();
        fs::write(directory.path().join("installation.pem"), other).expect("it can be written");
        Identity::open(directory.path()).expect_err("others would refuse it");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_the_key() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().expect("a directory of our own");
        Identity::open(directory.path()).expect("one is made");
        let path = directory.path().join("installation.pem");
        let mode = fs::metadata(path).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
