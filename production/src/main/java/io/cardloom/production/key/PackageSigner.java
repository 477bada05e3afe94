package io.cardloom.production.key;

import java.security.cert.X509Certificate;
import org.bouncycastle.operator.ContentSigner;

/**
 * Signs packages in Cardloom's name; the private key is not handed out.
 *
 * @param certificate to put beside the signature (RSA-3072, self-signed, given to bureaus)
 * @param signer SHA-256 with RSA; for one signature, from one thread
 */
public record PackageSigner(X509Certificate certificate, ContentSigner signer) {}
