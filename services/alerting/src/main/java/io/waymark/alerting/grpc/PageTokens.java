package io.waymark.alerting.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.AlertArchive.Position;
import io.waymark.chassis.failure.Violation;
import io.waymark.refusals.Expected;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Page sizes and tokens; a token is the place of the last item of the page before. */
final class PageTokens {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private PageTokens() {}

  /** The page asked for; what is wrong with it is added to the violations. */
  static Page page(int size, String token, int usual, int most, List<Violation> violations) {
    if (size < 0 || size > most) {
      violations.add(
          new Violation("page_size", Integer.toString(size), Expected.BETWEEN.with(0, most)));
    }
    return new Page(size == 0 ? usual : size, token.isEmpty() ? null : position(token, violations));
  }

  /** Checks that the page goes on after a number. */
  static void number(Page page, String token, List<Violation> violations) {
    Position after = page.after();
    if (after != null && !after.id().matches("\\d{1,18}")) {
      violations.add(wrong(token));
    }
  }

  static String token(Instant at, String id) {
    return ENCODER.encodeToString((at + " " + id).getBytes(UTF_8));
  }

  private static @Nullable Position position(String token, List<Violation> violations) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(token), UTF_8).split(" ", 2);
      if (parts.length == 2) {
        return new Position(Instant.parse(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      violations.add(wrong(token));
      return null;
    }
    violations.add(wrong(token));
    return null;
  }

  private static Violation wrong(String token) {
    return new Violation("page_token", token, Expected.PAGE_TOKEN.with());
  }
}
