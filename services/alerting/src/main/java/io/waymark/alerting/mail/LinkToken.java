package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.LinkAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one link in one mail allows: one action on one alert by one recipient until a day.
 *
 * @param subjectId the alert; for {@link LinkAction#UNSUBSCRIBE} the bureau whose digests end
 * @param bureauId the bureau for which the recipient acts
 */
public record LinkToken(
    LinkAction action,
    String subjectId,
    String bureauId,
    String recipient,
    Language language,
    Instant expires) {
  private static final String VERSION = "1";

  String encoded() {
    String fields =
        String.join(
            "\n",
            VERSION,
            action.name().toLowerCase(Locale.ROOT),
            subjectId,
            bureauId,
            recipient,
            language.code(),
            Long.toString(expires.getEpochSecond()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(fields.getBytes(StandardCharsets.UTF_8));
  }

  static Optional<LinkToken> decoded(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      List<String> fields = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
      if (fields.size() != 7 || !fields.get(0).equals(VERSION)) {
        return Optional.empty();
      }
      return Optional.of(
          new LinkToken(
              LinkAction.valueOf(fields.get(1).toUpperCase(Locale.ROOT)),
              fields.get(2),
              fields.get(3),
              fields.get(4),
              Language.of(fields.get(5)),
              Instant.ofEpochSecond(Long.parseLong(fields.get(6)))));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
