package io.waymark.systemtest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Issues bearer tokens that the services trust. */
final class Tokens {
  private final ECKey key;
  private final Path publicKeys;

  Tokens(Path folder) {
    try {
      key = new ECKeyGenerator(Curve.P_256).keyID("system-test").generate();
      publicKeys =
          Files.writeString(
              folder.resolve("issuer.pub.jwks"), new JWKSet(key.toPublicJWK()).toString());
      Files.writeString(folder.resolve("issuer.jwk"), key.toJSONString());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path publicKeys() {
    return publicKeys;
  }

  String issue(String name, String bureau, String... roles) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
              new JWTClaimsSet.Builder()
                  .issuer("waymark")
                  .subject(name)
                  .claim("kind", "person")
                  .claim("bureau", bureau)
                  .claim("roles", List.of(roles))
                  .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(2))))
                  .build());
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
