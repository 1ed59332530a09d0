package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertStatus;
import io.waymark.alerting.domain.Asked;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Care;
import io.waymark.alerting.domain.Concern;
import io.waymark.alerting.domain.Explanation;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.Mailing;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.OwedReport;
import io.waymark.alerting.domain.Recipient;
import io.waymark.alerting.domain.Severity;
import io.waymark.alerting.domain.Silence;
import io.waymark.alerting.domain.Text;
import io.waymark.alerting.domain.Told;
import io.waymark.alerting.domain.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Made-up mailings of every kind. */
final class SampleMailings {
  /** A name's markup; it must never stand in an HTML part as it is. */
  static final String SCRIPT = "<script>alert(1)</script>";

  private static final String HOSTILE =
      "线路\r\nBcc: thief@evil.example\u202Egnp.exe\u2028" + SCRIPT + "瘊𠮷👷🏽" + "长".repeat(300);

  private static final OwedReport MAY =
      new OwedReport(
          "monthly",
          LocalDate.parse("2027-05-01"),
          LocalDate.parse("2027-05-31"),
          LocalDate.parse("2027-06-07"),
          LocalDate.parse("2027-06-10"));

  private SampleMailings() {}

  static Mailing of(TemplateKind kind, Language language) {
    return switch (kind) {
      case OPENED -> one(NoticeKind.OPENED, language);
      case ESCALATED -> one(NoticeKind.ESCALATED, language);
      case UPDATED -> one(NoticeKind.UPDATED, language);
      case REMINDER -> one(NoticeKind.REMINDER, language);
      case SUPERVISION -> one(NoticeKind.SUPERVISION, language);
      case SUMMONS -> one(NoticeKind.SUMMONS, language);
      case SILENT -> one(NoticeKind.SILENT, language);
      case RESTATED -> one(NoticeKind.RESTATED, language);
      case RECOVERED -> one(NoticeKind.RECOVERED, language);
      case GROUP -> mailing(Mailing.Kind.IMMEDIATE, many(), null, language);
      case DIGEST -> mailing(Mailing.Kind.WEEKLY_DIGEST, digest(), null, language);
      case SILENCE ->
          mailing(
              Mailing.Kind.SILENCE_ENDING,
              List.of(notice(NoticeKind.STANDING, Light.OFF_TRACK)),
              silence(),
              language);
    };
  }

  /** A mail about something whose names are an attack. */
  static Mailing hostile(Language language) {
    return named(HOSTILE, language);
  }

  /** A mail about something all of whose names and sentences are one text. */
  static Mailing named(String name, Language language) {
    Verdict verdict = Samples.target(Light.OFF_TRACK, 1);
    Text attack = new Text(name, name);
    Verdict hostile =
        new Verdict(
            verdict.judgementId(),
            verdict.subject(),
            attack,
            verdict.indicatorId(),
            verdict.category(),
            verdict.leadBureauId(),
            attack,
            verdict.binding(),
            verdict.asOf(),
            verdict.recordedAt(),
            verdict.version(),
            verdict.lights(),
            verdict.target(),
            verdict.project(),
            verdict.causes().stream().map(cause -> cause.named(attack)).toList(),
            attack,
            verdict.pins(),
            verdict.simulated(),
            verdict.assumed(),
            verdict.causeEventId(),
            verdict.causeProjectId(),
            verdict.course());
    return mailing(
        Mailing.Kind.IMMEDIATE, List.of(notice(NoticeKind.OPENED, hostile)), null, language);
  }

  private static Mailing one(NoticeKind kind, Language language) {
    boolean over = !kind.firing();
    return mailing(
        Mailing.Kind.IMMEDIATE,
        List.of(notice(kind, over ? Light.ON_TRACK : Light.OFF_TRACK)),
        null,
        language);
  }

  private static List<Notice> many() {
    List<Notice> notices = new ArrayList<>();
    notices.add(notice(NoticeKind.SUPERVISION, Light.OFF_TRACK));
    Verdict line = Samples.project(Light.OFF_TRACK, 1);
    notices.add(notice(NoticeKind.OPENED, line));
    Notice explained = notice(NoticeKind.UPDATED, Light.OFF_TRACK);
    notices.add(
        explained.explained(new Explanation("alert-sample", line.subject(), line.name(), 0.72)));
    notices.add(notice(NoticeKind.SILENT, line));
    notices.add(notice(NoticeKind.RECOVERED, Light.ON_TRACK));
    return notices;
  }

  private static List<Notice> digest() {
    List<Notice> notices = new ArrayList<>(many());
    notices.add(2, notice(NoticeKind.STANDING, Light.OFF_TRACK).asking(null));
    return notices;
  }

  private static Notice notice(NoticeKind kind, Light overall) {
    return notice(kind, Samples.target(overall, 1));
  }

  private static Notice notice(NoticeKind kind, Verdict verdict) {
    Alert alert = alert(kind, verdict);
    Notice notice =
        new Notice(
            kind,
            alert,
            verdict,
            new Told(
                Samples.NOW.minus(Duration.ofDays(30)),
                alert.transitionId(),
                9,
                0.45,
                "metro-line-11-4",
                Severity.WARNING),
            Samples.NOW,
            Samples.NOW,
            Samples.NOW);
    return kind.firing() ? notice.asking(asked(kind)) : notice;
  }

  private static Asked asked(NoticeKind kind) {
    Asked.What what =
        switch (kind) {
          case SILENT -> Asked.What.REPORT;
          case SUPERVISION -> Asked.What.PLAN;
          case SUMMONS -> Asked.What.RECOVERY;
          default -> Asked.What.ACKNOWLEDGEMENT;
        };
    Asked.Next next =
        kind == NoticeKind.SUMMONS
            ? null
            : new Asked.Next(
                kind == NoticeKind.SUPERVISION ? NoticeKind.SUMMONS : NoticeKind.SUPERVISION,
                LocalDate.parse("2027-07-08"),
                new Text("市政府督查室", "the Supervision Office"));
    return new Asked(
        what,
        LocalDate.parse("2027-07-07"),
        5,
        new Text(
            "2027年放假通知尚未收录，工作日按法定节假日推算（不含调休）",
            "no notice for 2027 is known yet: working days by the statutory holidays"),
        next);
  }

  private static Alert alert(NoticeKind kind, Verdict verdict) {
    return new Alert(
        "alert-4e0f5e1de24e73815661",
        verdict.subject(),
        verdict.name(),
        verdict.leadBureauId(),
        AlertStatus.OPEN,
        Severity.CRITICAL,
        false,
        Samples.NOW.minus(Duration.ofDays(12)),
        null,
        verdict.sentence(),
        verdict.simulated(),
        "",
        2,
        new Told(
            Samples.NOW,
            "alert-4e0f5e1de24e73815661/1",
            17,
            0.21,
            "metro-line-12-wuchang",
            Severity.CRITICAL),
        null,
        Care.raised(
                kind == NoticeKind.SILENT ? Concern.SILENCE : Concern.PROGRESS,
                verdict,
                Samples.NOW.minus(Duration.ofDays(12)),
                0)
            .missing(kind == NoticeKind.SILENT ? MAY : null));
  }

  private static Silence silence() {
    return new Silence(
        "silence-sample",
        new Silence.Matcher("wuhan-15", "", "transport", "", null, null),
        "年度检修期间集中停工",
        new Actor("李明", true, "transport", "board"),
        Samples.NOW.minus(Duration.ofDays(28)),
        Samples.NOW.plus(Duration.ofDays(2)),
        null);
  }

  private static Mailing mailing(
      Mailing.Kind kind, List<Notice> notices, @Nullable Silence silence, Language language) {
    Bureau bureau =
        new Bureau(
            "transport",
            1,
            new Text("市交通运输局", "the Transport Bureau"),
            "",
            List.of("transport@wuhan.example"),
            language);
    return new Mailing(
        "sample-" + kind,
        kind,
        bureau,
        List.of(
            new Recipient(
                "transport@wuhan.example",
                "transport",
                "",
                language,
                Recipient.Role.TO,
                kind == Mailing.Kind.SILENCE_ENDING
                    ? Recipient.Reason.SILENCER
                    : Recipient.Reason.LEAD),
            new Recipient(
                "supervision@wuhan.example",
                "supervision",
                "",
                language,
                Recipient.Role.CC,
                Recipient.Reason.SUPERIOR)),
        notices,
        Map.of(),
        silence,
        Samples.NOW,
        Samples.NOW,
        Samples.NOW);
  }
}
