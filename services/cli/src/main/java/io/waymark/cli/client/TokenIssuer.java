package io.waymark.cli.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/** Signs bearer tokens with the standalone's own key: ES256, issuer "waymark". */
public final class TokenIssuer {
  /**
   * Who is to be vouched for.
   *
   * @param name the token's subject, for example "li.wei"
   * @param kind "person" or "system"
   * @param bureau the bureau that it belongs to
   * @param roles "reporter", "plan_office", "postmaster"
   */
  public record Bearer(String name, String kind, String bureau, Collection<String> roles) {}

  private final ECKey key;
  private final Clock clock;

  private TokenIssuer(ECKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /** Reads the private key: a JWK on curve P-256. */
  public static TokenIssuer read(Path file, Clock clock) throws IOException {
    try {
      ECKey key = ECKey.parse(Files.readString(file));
      if (!key.isPrivate()) {
        throw new IOException(file + " holds no private key");
      }
      return new TokenIssuer(key, clock);
    } catch (ParseException e) {
      throw new IOException(file + " is no JWK", e);
    }
  }

  /** A signed token that is good for {@code life}. */
  public String mint(Bearer bearer, Duration life) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer("waymark")
            .subject(bearer.name())
            .claim("kind", bearer.kind())
            .claim("bureau", bearer.bureau())
            .claim("roles", List.copyOf(bearer.roles()))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(life)))
            .build();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("the key cannot sign with ES256", e);
    }
    return token.serialize();
  }
}
