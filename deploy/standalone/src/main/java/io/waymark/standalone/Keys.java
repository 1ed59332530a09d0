package io.waymark.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;

/**
 * The secrets of a standalone, made at its first start: the key that signs tokens and the
 * database's password.
 *
 * <p>{@code issuer.jwk} signs for every bureau: whoever reads it can be anyone, so only its owner
 * may.
 */
final class Keys {
  private static final Duration GATEWAY_TOKEN_LIFE = Duration.ofDays(3650);

  private final Path folder;
  private final ECKey issuer;

  private Keys(Path folder, ECKey issuer) {
    this.folder = folder;
    this.issuer = issuer;
  }

  /** The keys in the folder, made if there are none. */
  static Keys in(Path folder) {
    Path file = folder.resolve("issuer.jwk");
    try {
      ECKey issuer = Files.exists(file) ? ECKey.parse(Files.readString(file)) : make(file);
      Replacement.write(
          folder.resolve("issuer.pub.jwks"), new JWKSet(issuer.toPublicJWK()).toString() + "\n");
      return new Keys(folder, issuer);
    } catch (IOException | ParseException | JOSEException e) {
      throw new IllegalStateException("Cannot read or make the key " + file + ": " + e, e);
    }
  }

  private static ECKey make(Path file) throws JOSEException {
    ECKey key =
        new ECKeyGenerator(Curve.P_256)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.ES256)
            .keyIDFromThumbprint(true)
            .generate();
    Replacement.writeSecret(file, key.toJSONString() + "\n");
    return key;
  }

  /** The file of public keys that the services verify tokens with. */
  Path publicKeys() {
    return folder.resolve("issuer.pub.jwks");
  }

  /**
   * A token with which the gateway reads on behalf of the board, and that lets it do nothing else.
   */
  String gatewayToken(Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("waymark")
            .subject("gateway")
            .claim("kind", "system")
            .claim("bureau", "gateway")
            .claim("roles", List.of("reader"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(GATEWAY_TOKEN_LIFE)))
            .build();
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(issuer.getKeyID()).build();
      var token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(issuer));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot sign the gateway's token", e);
    }
  }

  /** The password of the embedded database, the same for the life of its data. */
  String databasePassword() {
    Path file = folder.resolve("postgres.password");
    try {
      if (!Files.exists(file)) {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        Replacement.writeSecret(file, HexFormat.of().formatHex(random));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + file, e);
    }
  }
}
