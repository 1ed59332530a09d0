package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.Asked;
import io.waymark.alerting.domain.Cause;
import io.waymark.alerting.domain.Concern;
import io.waymark.alerting.domain.Explanation;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.LinkAction;
import io.waymark.alerting.domain.Mailing;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.OwedReport;
import io.waymark.alerting.domain.Recipient;
import io.waymark.alerting.domain.Severity;
import io.waymark.alerting.domain.SubjectKey;
import io.waymark.alerting.domain.SubjectKind;
import io.waymark.alerting.domain.TargetFigures;
import io.waymark.alerting.domain.Text;
import io.waymark.alerting.domain.Verdict;
import io.waymark.alerting.mail.Letter.Row;
import io.waymark.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Puts one notice into words: what, how much, why, what is asked, and what it stands on. */
final class Composer {
  /** Most characters of a subject line. */
  static final int SUBJECT = 150;

  private static final int CAUSES = 3;
  private static final int DAYS_CRITICAL = 5;
  private static final int DAYS_WARNING = 10;
  private static final int STEPS = 16;

  private final Board board;
  private final Links links;
  private final ZoneId zone;
  private final WorkingCalendar calendar;

  /**
   * Creates a composer.
   *
   * @param zone where dates of the service clock are read
   * @param calendar which days are worked
   */
  Composer(Board board, Links links, ZoneId zone, WorkingCalendar calendar) {
    this.board = board;
    this.links = links;
    this.zone = zone;
    this.calendar = calendar;
  }

  /**
   * Writes a letter that tells of the mailing's first notice.
   *
   * @param picture where the HTML finds the chart; empty if there is none
   */
  Draft compose(Mailing mailing, Recipient recipient, String picture) {
    Notice notice = mailing.first();
    Words words = Words.of(recipient.language());
    OfficialWords official = OfficialWords.of(recipient.language());
    Language language = words.language();
    Verdict verdict = notice.verdict();
    Letter.Mark mark = Marks.of(light(notice), language);
    Draft draft = new Draft(words, mark);
    String rung = notice.kind() == NoticeKind.SILENT ? "" : official.rung(notice.kind());
    String subject = new Gist(words).subject(notice, mark);
    draft.subject = rung.isEmpty() ? subject : official.withRung(rung, subject);
    draft.kindWord =
        verdict.subject().kind() == SubjectKind.TARGET
            ? words.target(verdict.binding())
            : words.project();
    draft.name = Inert.name(verdict.name().in(language));
    draft.sentence = Inert.sentence(verdict.sentence().in(language));
    draft.otherSentence = otherSentence(verdict, language);
    draft.warnings.addAll(warnings(List.of(notice), words));
    String opening =
        official.opening(
            notice.kind(), day(notice.alert().openedAt()), bureauOf(mailing, language));
    if (!opening.isEmpty()) {
      draft.changes.add(opening);
    }
    OwedReport overdue = notice.alert().care().overdue();
    if (overdue != null && notice.kind().firing()) {
      draft.changes.add(official.overdue(overdue));
    }
    draft.changes.addAll(new Changes(words).since(notice));
    if (!picture.isEmpty()) {
      draft.picture = new Pictures(words).of(verdict, picture);
    }
    draft.causes = notice.kind().firing() ? causes(verdict, words) : List.of();
    draft.report = report(verdict, words);
    ask(draft, mailing, recipient, official);
    draft.url = board.link(verdict.subject());
    draft.figures = rows(verdict, words);
    draft.arithmetic = arithmetic(verdict, language);
    smallPrint(draft, mailing, recipient, words);
    return draft;
  }

  private static List<Row> arithmetic(Verdict verdict, Language language) {
    return verdict.course().steps().stream()
        .filter(step -> !step.arithmetic().isEmpty())
        .limit(STEPS)
        .map(step ->
            new Row(
                Inert.name(step.label().in(language)),
                Inert.line(step.result().in(language), 200),
                Inert.line(step.arithmetic(), 300)))
        .toList();
  }

  /** A mail about an alert shows the alert's colour; one about its end shows the verdict's. */
  static Light light(Notice notice) {
    return switch (notice.kind()) {
      case RECOVERED, RESTATED -> notice.verdict().overall();
      case SILENT -> Light.UNKNOWN;
      case OPENED, ESCALATED, UPDATED, REMINDER, SUPERVISION, SUMMONS, STANDING ->
          light(notice.alert());
    };
  }

  /** Of what nobody reports nothing is known, however grave the silence is. */
  private static Light light(Alert alert) {
    if (alert.care().concern() == Concern.SILENCE) {
      return Light.UNKNOWN;
    }
    return alert.severity() == Severity.CRITICAL ? Light.OFF_TRACK : Light.AT_RISK;
  }

  static List<String> warnings(List<Notice> notices, Words words) {
    List<String> warnings = new ArrayList<>();
    if (notices.stream().anyMatch(notice -> notice.verdict().simulated())) {
      warnings.add(words.simulated());
    }
    if (notices.stream().anyMatch(notice -> notice.verdict().assumed())) {
      warnings.add(words.assumed());
    }
    return warnings;
  }

  private static List<Row> rows(Verdict verdict, Words words) {
    List<Row> rows = new ArrayList<>();
    if (verdict.target() != null) {
      rows.addAll(new TargetRows(words, verdict.target()).rows(verdict.asOf()));
    }
    if (verdict.project() != null) {
      rows.addAll(new ProjectRows(words, verdict.project()).rows(verdict.asOf()));
    }
    String lights =
        words.lightsLine(
            verdict.lights().position(), verdict.lights().outlook(), verdict.lights().freshness());
    rows.add(new Row(words.lights(), lights, ""));
    return rows;
  }

  private List<Row> causes(Verdict verdict, Words words) {
    TargetFigures target = verdict.target();
    if (target == null) {
      return List.of();
    }
    Figures figures = Figures.of(target, words.language());
    return verdict.causes().stream()
        .filter(cause -> cause.amount() != 0)
        .limit(CAUSES)
        .map(cause -> cause(verdict.subject().planId(), cause, figures, words))
        .toList();
  }

  private Row cause(String planId, Cause cause, Figures figures, Words words) {
    String name = Inert.name(cause.name().in(words.language()));
    if (cause.projectId().isEmpty()) {
      String label = name.isEmpty() ? words.ownTrend() : name;
      return new Row(label, figures.signed(cause.amount()), "");
    }
    String note =
        words.causeNote(
            words.chance(cause.pComplete()),
            cause.expectedFinish() == null ? "" : cause.expectedFinish().toString(),
            cause.plannedFinish() == null ? "" : cause.plannedFinish().toString());
    String marked = cause.assumed() ? note + " · " + words.assumedMark() : note;
    String url = board.link(new SubjectKey(SubjectKind.PROJECT, planId, cause.projectId()));
    return new Row(name, figures.signed(cause.amount()), marked, url);
  }

  private static String report(Verdict verdict, Words words) {
    if (verdict.subject().kind() == SubjectKind.PROJECT) {
      return "";
    }
    return verdict
        .reportedCause()
        .map(cause -> words.reportedBy(Inert.name(cause.name().in(words.language()))))
        .orElseGet(
            () -> verdict.reported() ? words.reportedBy(Inert.name(verdict.causeProjectId())) : "");
  }

  /** What is asked, by when, what happens otherwise, and the two buttons. */
  private void ask(Draft draft, Mailing mailing, Recipient recipient, OfficialWords official) {
    Notice notice = mailing.first();
    Words words = Words.of(recipient.language());
    boolean copy = recipient.role() == Recipient.Role.CC;
    draft.askTitle = official.askTitle(copy, bureauOf(mailing, recipient.language()));
    Explanation explanation = notice.explanation();
    if (!notice.kind().firing()) {
      draft.asks.add(words.nothingAsked());
      return;
    }
    if (explanation != null) {
      draft.asks.add(explained(explanation, words, official));
      return;
    }
    Asked asked = asked(notice);
    boolean project = notice.verdict().subject().kind() == SubjectKind.PROJECT;
    draft.asks.add(official.ask(asked.what(), project, asked.by(), asked.workingDays()));
    if (notice.alert().care().overdue() != null && asked.what() != Asked.What.REPORT) {
      draft.asks.add(official.askOverdue());
    }
    Asked.Next next = asked.next();
    if (next != null) {
      draft.otherwise = official.otherwise(next);
    } else if (notice.asked() != null) {
      draft.otherwise = official.lastRung();
    } else if (notice.alert().severity() == Severity.CRITICAL) {
      draft.otherwise = official.unacknowledgedStays();
    }
    draft.asks.add(official.wrongFigure());
    if (!copy) {
      draft.asks.add(official.pressToAcknowledge());
      draft.buttons.addAll(buttons(notice, asked, recipient, official));
    }
  }

  List<Letter.Button> buttons(
      Notice notice, Asked asked, Recipient recipient, OfficialWords official) {
    boolean plan = asked.what() == Asked.What.PLAN;
    Letter.Button acknowledge =
        new Letter.Button(
            official.acknowledge(),
            links.to(LinkAction.ACKNOWLEDGE, notice.alert(), recipient, notice.at()),
            !plan);
    Letter.Button file =
        new Letter.Button(
            official.plan(),
            links.to(LinkAction.PLAN, notice.alert(), recipient, notice.at()),
            plan);
    return switch (asked.what()) {
      case ACKNOWLEDGEMENT -> List.of(acknowledge, file);
      case PLAN, RECOVERY -> List.of(file, acknowledge);
      case REPORT -> List.of(acknowledge);
    };
  }

  static String explained(Explanation by, Words words, OfficialWords official) {
    return official.explainedBy(
        Inert.name(by.name().in(words.language())), words.chance(by.share()));
  }

  /** What is asked where no ladder says it: to be taken within a working week or two. */
  Asked asked(Notice notice) {
    Asked asked = notice.asked();
    if (asked != null) {
      return asked;
    }
    int days = notice.alert().severity() == Severity.CRITICAL ? DAYS_CRITICAL : DAYS_WARNING;
    LocalDate today = day(notice.at());
    LocalDate by = calendar.plus(today, days);
    List<io.waymark.calendar.Words> bases = calendar.bases(today, by);
    return new Asked(
        Asked.What.ACKNOWLEDGEMENT,
        by,
        days,
        new Text(
            String.join("；", bases.stream().map(io.waymark.calendar.Words::zh).toList()),
            String.join("; ", bases.stream().map(io.waymark.calendar.Words::en).toList())),
        null);
  }

  private void smallPrint(Draft draft, Mailing mailing, Recipient recipient, Words words) {
    Notice notice = mailing.first();
    Verdict verdict = notice.verdict();
    draft.smallPrint.add(
        words.standsOn(
            Inert.name(verdict.pins().rulebook()),
            verdict.pins().rulebookVersion(),
            verdict.asOf(),
            Inert.name(verdict.pins().engineVersion())));
    if (notice.kind().firing() && notice.explanation() == null) {
      draft.smallPrint.add(words.ended(asked(notice).basis().in(words.language())));
    }
    aboutTheMail(draft, mailing, recipient, words);
    draft.smallPrint.add(words.alert(notice.alert().alertId()));
    if (!draft.buttons.isEmpty()) {
      draft.smallPrint.addAll(
          OfficialWords.of(words.language())
              .command(notice.alert().alertId(), notice.alert().leadBureauId()));
    }
  }

  /** Why the recipient gets it, who else does, until when its links work, how to change it. */
  void aboutTheMail(Draft draft, Mailing mailing, Recipient recipient, Words words) {
    OfficialWords official = OfficialWords.of(words.language());
    draft.smallPrint.add(official.whyYou(recipient.reason(), bureauOf(mailing, words.language())));
    draft.smallPrint.add(words.alsoTold(others(mailing, recipient)));
    boolean linked =
        !draft.buttons.isEmpty()
            || draft.items.stream()
                .flatMap(group -> group.items().stream())
                .anyMatch(item -> !item.buttons().isEmpty());
    if (linked) {
      draft.smallPrint.add(official.linksExpire(day(mailing.at().plus(Links.VALID))));
    }
    draft.smallPrint.add(official.frequency());
  }

  private static List<String> others(Mailing mailing, Recipient recipient) {
    return mailing.recipients().stream()
        .map(Recipient::address)
        .filter(to -> !to.equals(recipient.address()))
        .map(Inert::name)
        .toList();
  }

  static String bureauOf(Mailing mailing, Language language) {
    return Inert.name(mailing.bureau().name().in(language));
  }

  LocalDate day(java.time.Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private static String otherSentence(Verdict verdict, Language language) {
    String own = verdict.sentence().in(language);
    String other = verdict.sentence().in(language.other());
    return other.equals(own) ? "" : Inert.sentence(other);
  }
}
