package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Mailing;
import java.util.Locale;

/** Kinds of mails that a customer may lay out apart; a file's name begins with it. */
public enum TemplateKind {
  OPENED,
  ESCALATED,
  UPDATED,
  REMINDER,
  SUPERVISION,
  SUMMONS,
  SILENT,
  RESTATED,
  RECOVERED,
  /** A mail with several alerts. */
  GROUP,
  DIGEST,
  SILENCE;

  static TemplateKind of(Mailing mailing) {
    return switch (mailing.kind()) {
      case DAILY_DIGEST, WEEKLY_DIGEST, MONTHLY_DIGEST -> DIGEST;
      case SILENCE_ENDING -> SILENCE;
      case IMMEDIATE ->
          mailing.notices().size() > 1
              ? GROUP
              : switch (mailing.first().kind()) {
                case OPENED, STANDING -> OPENED;
                case ESCALATED -> ESCALATED;
                case UPDATED -> UPDATED;
                case REMINDER -> REMINDER;
                case SUPERVISION -> SUPERVISION;
                case SUMMONS -> SUMMONS;
                case SILENT -> SILENT;
                case RESTATED -> RESTATED;
                case RECOVERED -> RECOVERED;
              };
    };
  }

  /** As it stands in a file's name, for example "supervision". */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
