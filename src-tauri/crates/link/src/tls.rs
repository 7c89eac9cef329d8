//! TLS between installations: each shows the other its key, and nothing else
//! about a certificate counts.

use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{ClientConfig, Resumption};
use rustls::crypto::{ring, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::server::{NoServerSessionStorage, ParsedCertificate, ServerConfig};
use rustls::sign::SingleCertAndKey;
use rustls::version::TLS13;
use rustls::{
    CertificateError, DigitallySignedStruct, DistinguishedName, Error, PeerIncompatible,
    PeerMisbehaved, SignatureScheme,
};

use crate::{Fingerprint, Identity};

/// The name under which installations call each other. Whoever calls a server
/// by any other name is taken for a browser.
pub const SERVER_NAME: &str = "installation.hearth.invalid";

/// Whose key is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pin {
    /// Anyone's, who holds it: on first contact.
    Any,
    /// This one's alone.
    Exactly(Fingerprint),
}

/// How to call another installation. The handshake fails, before anything is
/// said, if it does not hold the key that `pin` wants.
pub fn calling(identity: &Identity, pin: Pin) -> Result<Arc<ClientConfig>, Error> {
    let mut config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&TLS13])?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Verifier(pin)))
        .with_client_cert_resolver(Arc::new(SingleCertAndKey::from(identity.certified())));
    // Each connection shows the key anew.
    config.resumption = Resumption::disabled();
    Ok(Arc::new(config))
}

/// How to answer another installation, whoever it is.
pub fn answering(identity: &Identity) -> Result<Arc<ServerConfig>, Error> {
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&TLS13])?
        .with_client_cert_verifier(Arc::new(Verifier(Pin::Any)))
        .with_cert_resolver(Arc::new(SingleCertAndKey::from(identity.certified())));
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    Ok(Arc::new(config))
}

/// Whose key the other side of a finished handshake has shown.
pub fn shown(certificates: Option<&[CertificateDer<'_>]>) -> Option<Fingerprint> {
    fingerprint(certificates?.first()?).ok()
}

fn fingerprint(certificate: &CertificateDer<'_>) -> Result<Fingerprint, Error> {
    let certificate = ParsedCertificate::try_from(certificate)?;
    Ok(Fingerprint::of_key(&certificate.subject_public_key_info()))
}

// Never asked for: the configurations allow TLS 1.3 alone.
const OLD_TLS: Error =
    Error::PeerIncompatible(PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig);

/// Looks at the key alone, and always at its signature.
#[derive(Debug)]
struct Verifier(Pin);

impl Verifier {
    fn check(&self, certificate: &CertificateDer<'_>) -> Result<(), Error> {
        let shown = fingerprint(certificate)?;
        match self.0 {
            Pin::Exactly(wanted) if wanted != shown => {
                Err(CertificateError::ApplicationVerificationFailure.into())
            }
            Pin::Exactly(_) | Pin::Any => Ok(()),
        }
    }

    fn check_signature(
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        if signed.scheme != SignatureScheme::ED25519 {
            return Err(PeerMisbehaved::SignedHandshakeWithUnadvertisedSigScheme.into());
        }
        let algorithms = ring::default_provider().signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, &algorithms)
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        self.check(certificate).map(|()| ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(OLD_TLS)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Verifier::check_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }
}

impl ClientCertVerifier for Verifier {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        self.check(certificate).map(|()| ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(OLD_TLS)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Verifier::check_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }
}

#[cfg(test)]
mod tests {
    use rustls::{ClientConnection, ServerConnection};

    use super::*;

    // What the caller says first, once the handshake is done.
    const SECRET: &[u8] = b"a secret";

    struct Outcome {
        caller: Result<Option<Fingerprint>, Error>,
        answerer: Result<Option<Fingerprint>, Error>,
        heard: Vec<u8>,
    }

    fn identity() -> Identity {
        let directory = tempfile::tempdir().expect("a directory of our own");
        Identity::open(directory.path()).expect("an identity is made")
    }

    fn browser() -> Arc<ClientConfig> {
        let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions().expect("there are some");
        let any = Arc::new(Verifier(Pin::Any));
        let builder = builder.dangerous().with_custom_certificate_verifier(any);
        Arc::new(builder.with_no_client_auth())
    }

    fn shake(client: Arc<ClientConfig>, server: Arc<ServerConfig>) -> Outcome {
        let name = ServerName::try_from(SERVER_NAME).expect("a name");
        let mut client = ClientConnection::new(client, name).expect("a client");
        let mut server = ServerConnection::new(server).expect("a server");
        std::io::Write::write_all(&mut client.writer(), SECRET).expect("it waits to be sent");
        let (mut caller, mut answerer) = (Ok(()), Ok(()));
        let mut heard = Vec::new();
        while (client.wants_write() || server.wants_write()) && heard.is_empty() {
            let mut bytes = Vec::new();
            while client.wants_write() {
                client.write_tls(&mut bytes).expect("it goes into memory");
            }
            while !(bytes.is_empty() || answerer.is_err()) {
                let read = server.read_tls(&mut bytes.as_slice()).expect("it comes from memory");
                bytes.drain(..read);
                answerer = server.process_new_packets().map(drop);
            }
            let _ = std::io::Read::read_to_end(&mut server.reader(), &mut heard);
            while server.wants_write() {
                server.write_tls(&mut bytes).expect("it goes into memory");
            }
            while !(bytes.is_empty() || caller.is_err()) {
                let read = client.read_tls(&mut bytes.as_slice()).expect("it comes from memory");
                bytes.drain(..read);
                caller = client.process_new_packets().map(drop);
            }
        }
        let caller = caller.map(|()| shown(client.peer_certificates()));
        let answerer = answerer.map(|()| shown(server.peer_certificates()));
        Outcome { caller, answerer, heard }
    }

    #[test]
    fn both_know_whom_they_talk_to() {
        let (ada, ben) = (identity(), identity());
        for pin in [Pin::Any, Pin::Exactly(ben.fingerprint())] {
            let client = calling(&ada, pin).expect("a way to call");
            let outcome = shake(client, answering(&ben).expect("a way to answer"));
            assert_eq!(outcome.caller, Ok(Some(ben.fingerprint())));
            assert_eq!(outcome.answerer, Ok(Some(ada.fingerprint())));
            assert_eq!(outcome.heard, SECRET);
        }
    }

    #[test]
    fn an_impostor_with_another_key_is_refused_before_anything_is_said() {
        let (ada, ben, impostor) = (identity(), identity(), identity());
        let client = calling(&ada, Pin::Exactly(ben.fingerprint())).expect("a way to call");
        let outcome = shake(client, answering(&impostor).expect("a way to answer"));
        let why = CertificateError::ApplicationVerificationFailure;
        assert_eq!(outcome.caller, Err(Error::InvalidCertificate(why)));
        assert!(outcome.answerer.is_err(), "it does not even learn who called");
        assert_eq!(outcome.heard, b"", "and hears nothing");
    }

    #[test]
    fn a_certificate_without_its_key_is_of_no_use() {
        let (ada, ben, impostor) = (identity(), identity(), identity());
        let (theirs, own) = (ben.certified(), impostor.certified());
        let mixed = rustls::sign::CertifiedKey::new(theirs.cert.clone(), own.key.clone());
        let mut server = Arc::unwrap_or_clone(answering(&impostor).expect("a way to answer"));
        server.cert_resolver = Arc::new(SingleCertAndKey::from(mixed));
        for pin in [Pin::Any, Pin::Exactly(ben.fingerprint())] {
            let client = calling(&ada, pin).expect("a way to call");
            let outcome = shake(client, Arc::new(server.clone()));
            let why = CertificateError::BadSignature;
            assert_eq!(outcome.caller, Err(Error::InvalidCertificate(why)));
            assert_eq!(outcome.heard, b"");
        }
    }

    #[test]
    fn whoever_shows_no_key_is_not_answered() {
        let outcome = shake(browser(), answering(&identity()).expect("a way to answer"));
        assert!(outcome.answerer.is_err());
        assert_eq!(outcome.heard, b"");
    }

    #[test]
    fn a_key_of_another_kind_is_refused() {
        let directory = tempfile::tempdir().expect("a directory of our own");
        let today = hearth_core::Timestamp(1_800_000_000_000);
        let browsers = crate::Certificate::open(directory.path(), today).expect("one is made");
        let client = calling(&identity(), Pin::Any).expect("a way to call");
        let outcome = shake(client, browsers.server_config().expect("a way to answer"));
        assert!(outcome.caller.is_err());
        assert_eq!(outcome.heard, b"");
    }
}
