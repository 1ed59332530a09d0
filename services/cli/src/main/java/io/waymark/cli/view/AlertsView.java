package io.waymark.cli.view;

import io.waymark.cli.text.DisplayWidth;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.AlertMatcher;
import io.waymark.proto.alerting.v1.DeliveryStatus;
import io.waymark.proto.alerting.v1.Mail;
import io.waymark.proto.alerting.v1.Preference;
import io.waymark.proto.alerting.v1.Severity;
import io.waymark.proto.alerting.v1.Silence;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Lists of alerts and of mails. */
public final class AlertsView {
  private static final int ID_SHOWN = 12;
  private static final int SENTENCE_COLUMNS = 96;

  private final View view;
  private final Words words;
  private final Times times;

  /** For one reader in one zone. */
  public AlertsView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.times = new Times(zone);
  }

  /** Alerts, each with its sentence below. */
  public String alerts(List<Alert> alerts) {
    if (alerts.isEmpty()) {
      return words.get("alerts.none") + "\n";
    }
    StringBuilder page = new StringBuilder();
    for (Alert alert : alerts) {
      page.append(alert(alert));
    }
    return page.append(view.faint(words.get("alerts.more"))).append('\n').toString();
  }

  /** One alert with its sentence below. */
  String alert(Alert alert) {
    Cell severity = severity(alert.getSeverity());
    String name = words.language().of(alert.getSubjectName());
    String status = words.getOr("alert." + alert.getStatus().name(), "-");
    String simulated = alert.getSimulated() ? " · " + words.get("label.simulatedShort") : "";
    String facts =
        String.join(
            " · ",
            alert.getAlertId(),
            alert.getSubjectId(),
            alert.getLeadBureauId(),
            status,
            words.get("alerts.since", times.minute(alert.getOpenedAt())));
    String sentence = words.language().of(alert.getSentence());
    return view.style().paint(severity.tone(), severity.text())
        + "  "
        + view.strong(name)
        + "\n    "
        + view.faint(facts + simulated)
        + "\n    "
        + DisplayWidth.cut(sentence, SENTENCE_COLUMNS)
        + "\n";
  }

  private Cell severity(Severity severity) {
    return switch (severity) {
      case SEVERITY_CRITICAL -> new Cell("■ " + words.get("severity.critical"), Tone.RED);
      case SEVERITY_WARNING -> new Cell("◆ " + words.get("severity.warning"), Tone.YELLOW);
      case SEVERITY_UNSPECIFIED, UNRECOGNIZED -> Cell.of("-");
    };
  }

  /** Silences, one line each. */
  public String silences(List<Silence> silences) {
    if (silences.isEmpty()) {
      return words.get("silences.none") + "\n";
    }
    Table table = new Table("", Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.heading(
        words.get("silences.id"),
        words.get("silences.which"),
        words.get("silences.until"),
        words.get("silences.who"),
        words.get("silences.why"));
    for (Silence silence : silences) {
      table.row(
          silence.getSilenceId(),
          which(silence.getMatcher()),
          times.minute(silence.getUntil()),
          silence.getActor().getName() + " (" + silence.getActor().getBureauId() + ")",
          silence.getReason());
    }
    return table.render(view.style());
  }

  private String which(AlertMatcher matcher) {
    List<String> parts = new ArrayList<>();
    for (String part :
        List.of(
            matcher.getPlanId(),
            matcher.getSubjectId(),
            matcher.getBureauId(),
            matcher.getCategory(),
            matcher.getSeverity() == Severity.SEVERITY_UNSPECIFIED
                ? ""
                : severity(matcher.getSeverity()).text())) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? "*" : String.join(" · ", parts);
  }

  /** How people want to be told, one line each. */
  public String preferences(List<Preference> preferences) {
    Table table = new Table("", Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.heading(
        words.get("mails.recipient"),
        words.get("preferences.atOnce"),
        words.get("preferences.digest"),
        words.get("preferences.quiet"));
    for (Preference preference : preferences) {
      Cell from =
          preference.getImmediateFrom() == Severity.SEVERITY_UNSPECIFIED
              ? Cell.of(words.get("preferences.never"))
              : severity(preference.getImmediateFrom());
      String quiet =
          preference.getQuietFrom().isEmpty()
              ? "-"
              : preference.getQuietFrom() + "–" + preference.getQuietTo();
      table.row(
          Cell.of(preference.getAddress()),
          from,
          Cell.of(words.getOr("digest." + preference.getDigest().name(), "-")),
          Cell.of(quiet));
    }
    return table.render(view.style());
  }

  /** Mails, newest first, one line each. */
  public String mails(List<Mail> mails) {
    if (mails.isEmpty()) {
      return words.get("mails.none") + "\n";
    }
    Table table = new Table("", Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.heading(
        words.get("mails.id"),
        words.get("mails.written"),
        words.get("mails.status"),
        words.get("mails.recipient"),
        words.get("mails.subject"));
    for (Mail mail : mails) {
      table.row(
          Cell.of(beginning(mail.getMailId())),
          Cell.of(times.minute(mail.getCreatedAt())),
          delivery(mail.getStatus()),
          Cell.of(mail.getRecipient()),
          Cell.of(mail.getSubject()));
    }
    return table.render(view.style());
  }

  /** Enough of an id to name it by. */
  private static String beginning(String id) {
    return id.length() <= ID_SHOWN ? id : id.substring(0, ID_SHOWN);
  }

  /** One mail as its recipient reads it in plain text. */
  public String mail(Mail mail) {
    Cell status = delivery(mail.getStatus());
    Table head = new Table("", Align.LEFT, Align.LEFT);
    head.row(words.get("mails.recipient"), mail.getRecipient());
    head.row(words.get("mails.subject"), mail.getSubject());
    head.row(words.get("mails.written"), times.minute(mail.getCreatedAt()));
    head.row("Message-ID", mail.getMessageId());
    head.row(Cell.of(words.get("mails.status")), status);
    String text = mail.getText().endsWith("\n") ? mail.getText() : mail.getText() + "\n";
    return head.render(view.style()) + "\n" + text;
  }

  Cell delivery(DeliveryStatus status) {
    return switch (status) {
      case DELIVERY_STATUS_SENT -> new Cell(words.get("mail.sent"), Tone.GREEN);
      case DELIVERY_STATUS_PENDING -> new Cell(words.get("mail.pending"), Tone.YELLOW);
      case DELIVERY_STATUS_FAILED -> new Cell(words.get("mail.failed"), Tone.RED);
      case DELIVERY_STATUS_UNSPECIFIED, UNRECOGNIZED -> Cell.of("-");
    };
  }
}
