package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Cause;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.Severity;
import io.waymark.alerting.domain.SubjectKey;
import io.waymark.alerting.domain.SubjectKind;
import io.waymark.alerting.domain.TargetFigures;
import io.waymark.alerting.domain.Verdict;
import io.waymark.alerting.mail.Letter.Row;
import io.waymark.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Puts a notice into words: what, how much, why, what is asked, and what it stands on. */
final class Composer {
  private static final int CAUSES = 3;
  private static final int DAYS_CRITICAL = 5;
  private static final int DAYS_WARNING = 10;
  private static final int STEPS = 16;
  static final int SUBJECT = 150;

  private final Board board;
  private final ZoneId zone;
  private final WorkingCalendar calendar;

  /**
   * Creates a composer.
   *
   * @param zone where dates of the service clock are read
   * @param calendar which days are worked
   */
  Composer(Board board, ZoneId zone, WorkingCalendar calendar) {
    this.board = board;
    this.zone = zone;
    this.calendar = calendar;
  }

  /**
   * Writes the letter.
   *
   * @param picture where the HTML finds the chart; empty if there is none
   */
  Letter compose(Notice notice, Bureau bureau, List<String> othersTold, String picture) {
    Words words = Words.of(bureau.language());
    Language language = words.language();
    Verdict verdict = notice.verdict();
    Letter.Mark mark = Marks.of(light(notice), language);
    boolean recovered = notice.kind() == NoticeKind.RECOVERED;
    return new Letter(
        language.code(),
        Inert.line(new Gist(words).subject(notice, mark), SUBJECT),
        mark,
        verdict.subject().kind() == SubjectKind.TARGET
            ? words.target(verdict.binding())
            : words.project(),
        Inert.name(verdict.name().in(language)),
        warnings(verdict, words),
        Inert.sentence(verdict.sentence().in(language)),
        new Changes(words).since(notice),
        List.of(),
        picture.isEmpty() ? null : new Pictures(words).of(verdict, picture),
        words.causesTitle(),
        recovered ? List.of() : causes(verdict, words),
        report(verdict, words),
        words.askTitle(),
        recovered ? List.of(words.nothingAsked()) : asks(notice, words),
        "",
        List.of(),
        words.board(),
        board.link(verdict.subject()),
        words.figuresTitle(),
        rows(verdict, words),
        words.arithmeticTitle(),
        arithmetic(verdict, language),
        smallPrint(notice, bureau, othersTold, words),
        language.other().code(),
        otherSentence(verdict, language));
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
  private static Light light(Notice notice) {
    if (notice.kind() == NoticeKind.RECOVERED) {
      return notice.verdict().overall();
    }
    return notice.alert().severity() == Severity.CRITICAL ? Light.OFF_TRACK : Light.AT_RISK;
  }

  private static List<String> warnings(Verdict verdict, Words words) {
    List<String> warnings = new ArrayList<>();
    if (verdict.simulated()) {
      warnings.add(words.simulated());
    }
    if (verdict.assumed()) {
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

  private List<String> asks(Notice notice, Words words) {
    Alert alert = notice.alert();
    int days = alert.severity() == Severity.CRITICAL ? DAYS_CRITICAL : DAYS_WARNING;
    LocalDate by = calendar.plus(LocalDate.ofInstant(notice.at(), zone), days);
    boolean project = alert.subject().kind() == SubjectKind.PROJECT;
    return words.asks(project, alert.severity(), by, days, alert.alertId(), alert.leadBureauId());
  }

  private List<String> smallPrint(
      Notice notice, Bureau bureau, List<String> othersTold, Words words) {
    Verdict verdict = notice.verdict();
    List<String> lines = new ArrayList<>();
    lines.add(
        words.standsOn(
            Inert.name(verdict.pins().rulebook()),
            verdict.pins().rulebookVersion(),
            verdict.asOf(),
            Inert.name(verdict.pins().engineVersion())));
    if (notice.kind() != NoticeKind.RECOVERED) {
      LocalDate day = LocalDate.ofInstant(notice.at(), zone);
      calendar
          .bases(day, day.plusMonths(1))
          .forEach(basis ->
              lines.add(words.ended(words.language() == Language.ZH ? basis.zh() : basis.en())));
    }
    lines.add(words.whyYou(Inert.name(bureau.name().in(words.language()))));
    lines.add(words.alsoTold(othersTold));
    lines.add(words.alert(notice.alert().alertId()));
    return lines;
  }

  private static String otherSentence(Verdict verdict, Language language) {
    String own = verdict.sentence().in(language);
    String other = verdict.sentence().in(language.other());
    return other.equals(own) ? "" : Inert.sentence(other);
  }
}
