package io.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  @TempDir Path folder;

  @Test
  void theGatewaysTokenIsVerifiedByThePublicKeysAndOnlyReads() throws Exception {
    Keys keys = Keys.in(folder);
    SignedJWT token = SignedJWT.parse(keys.gatewayToken(Instant.parse("2026-11-22T15:00:00Z")));
    JWKSet published = JWKSet.load(keys.publicKeys().toFile());
    var key = published.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
    assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
    assertThat(key.isPrivate()).isFalse();
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("waymark");
    assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("reader");
  }

  @Test
  void secretsStayTheSameAndAreForTheirOwnersEyesOnly() throws Exception {
    Keys first = Keys.in(folder);
    String password = first.databasePassword();
    String key = Files.readString(folder.resolve("issuer.jwk"));
    assertThat(Keys.in(folder).databasePassword()).isEqualTo(password);
    assertThat(folder.resolve("issuer.jwk")).hasContent(key);
    for (String secret : new String[] {"issuer.jwk", "postgres.password"}) {
      var permissions = Files.getPosixFilePermissions(folder.resolve(secret));
      assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }
  }
}
