package io.waymark.chassis.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.waymark.chassis.failure.Failure;
import io.waymark.refusals.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies ES256 bearer tokens against a JWK set and reads the caller from them. */
public final class TokenVerifier {
  private static final String ISSUER = "waymark";

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /** Creates a verifier that trusts the public keys of {@code keys}. */
  public TokenVerifier(JWKSet keys) {
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            new JWTClaimsSet.Builder().issuer(ISSUER).build(), Set.of("sub", "bureau", "exp")));
  }

  /** Reads the JWK set from a file. */
  public static TokenVerifier fromFile(Path file) {
    try {
      return new TokenVerifier(JWKSet.load(file.toFile()));
    } catch (IOException | ParseException e) {
      throw new IllegalStateException(
          "WAYMARK_TOKEN_KEYS: " + file + " (expected: a readable JWK set file)", e);
    }
  }

  /**
   * Verifies the value of an authorization header.
   *
   * @param authorization "Bearer ..." or null
   * @param channel how the call arrived; null means "grpc"
   */
  public Caller verify(@Nullable String authorization, @Nullable String channel) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw Failure.unauthenticated(Refused.TOKEN_MISSING.with());
    }
    try {
      JWTClaimsSet claims = processor.process(authorization.substring(7).strip(), null);
      List<String> roles = claims.getStringListClaim("roles");
      return new Caller(
          claims.getSubject(),
          !"system".equals(claims.getStringClaim("kind")),
          claims.getStringClaim("bureau"),
          channel == null || channel.isBlank() ? "grpc" : channel,
          roles == null ? Set.of() : Set.copyOf(roles));
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw Failure.unauthenticated(Refused.TOKEN_INVALID.with(String.valueOf(e.getMessage())));
    }
  }
}
