package io.waymark.cli.client;

import com.nimbusds.jwt.SignedJWT;
import io.waymark.cli.Environment;
import io.waymark.cli.client.TokenIssuer.Bearer;
import io.waymark.cli.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which token a call carries: WAYMARK_TOKEN if it is set, else one that is signed on the spot with
 * the standalone's key in WAYMARK_HOME/keys.
 */
public final class Tokens {
  /** The bureau that reads, loads plans and suspends projects. */
  public static final String PLAN_OFFICE = "plan-office";

  private static final Duration ON_THE_SPOT = Duration.ofHours(1);

  private final Environment environment;
  private final Words words;

  /** Tokens of this machine. */
  public Tokens(Environment environment, Words words) {
    this.environment = environment;
    this.words = words;
  }

  /** True if a token is at hand without naming a bureau. */
  public boolean given() {
    return environment.variable("WAYMARK_TOKEN").isPresent();
  }

  /** The token of a bureau, or of the plan office where none is named. */
  public String of(Optional<String> bureau) {
    return environment
        .variable("WAYMARK_TOKEN")
        .orElseGet(() -> onTheSpot(bureau.orElse(PLAN_OFFICE)));
  }

  /** The bureau of a given token, else the one that is named, else the plan office. */
  public String bureau(Optional<String> named) {
    Optional<String> given = environment.variable("WAYMARK_TOKEN");
    if (given.isEmpty()) {
      return named.orElse(PLAN_OFFICE);
    }
    try {
      String bureau = SignedJWT.parse(given.get()).getJWTClaimsSet().getStringClaim("bureau");
      return bureau == null ? "" : bureau;
    } catch (ParseException e) {
      return ""; // the services refuse the token, and say why
    }
  }

  /** A token for a bearer, signed with the standalone's key. */
  public String mint(Bearer bearer, Duration life) {
    return issuer().mint(bearer, life);
  }

  /** The token of a bureau's own system, for whoever speaks for many bureaus in one run. */
  public String ofSystem(String bureau, Set<String> roles) {
    return environment
        .variable("WAYMARK_TOKEN")
        .orElseGet(
            () -> mint(new Bearer(bureau + "-system", "system", bureau, roles), ON_THE_SPOT));
  }

  /** Whoever sits at this machine, as one of that bureau. */
  public Bearer own(String bureau) {
    String role = bureau.equals(PLAN_OFFICE) ? "plan_office" : "reporter";
    String name = System.getProperty("user.name", "unknown");
    return new Bearer(name, "person", bureau, List.of(role));
  }

  private String onTheSpot(String bureau) {
    return mint(own(bureau), ON_THE_SPOT);
  }

  private TokenIssuer issuer() {
    Path file = environment.home().resolve("keys").resolve("issuer.jwk");
    if (!Files.exists(file)) {
      throw Problem.refused(words.get("problem.key", file), words.get("next.key"));
    }
    try {
      return TokenIssuer.read(file, environment.clock());
    } catch (IOException e) {
      throw Problem.refused(words.get("problem.keyUnreadable", file), words.get("next.key"));
    }
  }
}
