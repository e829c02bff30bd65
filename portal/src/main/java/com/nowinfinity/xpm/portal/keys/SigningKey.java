package com.nowinfinity.xpm.portal.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;

/** One RSA pair with its key id. Signs with RS256, the algorithm every verifier knows. */
public final class SigningKey {

    private static final int BITS = 2048;

    private final RSAKey pair;

    private SigningKey(RSAKey pair) {
        this.pair = pair;
    }

    static SigningKey generate() {
        try {
            return new SigningKey(new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java has no RSA", e);
        }
    }

    /** @throws ParseException when the text is no JSON Web Key with both halves of an RSA pair */
    static SigningKey parse(String privateKey) throws ParseException {
        RSAKey pair = RSAKey.parse(privateKey);
        if (!pair.isPrivate() || pair.getKeyID() == null) {
            throw new ParseException("no private half, or no key id", 0);
        }
        return new SigningKey(pair);
    }

    /** A signed JWT in compact form. */
    public String sign(JWTClaimsSet claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(pair.getKeyID())
                .build();
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(pair));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    /** The JSON Web Key Set with the public half alone. */
    public Map<String, Object> publicKeySet() {
        return new JWKSet(pair).toJSONObject(true);
    }

    /** The whole pair as JSON; for the key file and nobody else. */
    String privateKey() {
        return pair.toJSONString();
    }

    @Override
    public String toString() {
        return "SigningKey(" + pair.getKeyID() + ")";
    }
}
