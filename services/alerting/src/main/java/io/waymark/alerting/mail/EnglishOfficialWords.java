package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Asked;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Mailing;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.OwedReport;
import io.waymark.alerting.domain.Recipient;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ladder and the digests in English. */
final class EnglishOfficialWords implements OfficialWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
  private static final List<String> QUARTERS = List.of("first", "second", "third", "fourth");

  @Override
  public String day(LocalDate day) {
    return DAY.format(day);
  }

  /** A day in running text without its weekday. */
  private static String date(LocalDate day) {
    return PLAIN.format(day);
  }

  @Override
  public String rung(NoticeKind kind) {
    return switch (kind) {
      case REMINDER -> "Reminder";
      case SUPERVISION -> "Supervision";
      case SUMMONS -> "Summons";
      case SILENT -> "No report";
      case RESTATED -> "Corrected";
      case OPENED, ESCALATED, UPDATED, RECOVERED, STANDING -> "";
    };
  }

  @Override
  public String withRung(String rung, String subject) {
    return rung + ": " + subject;
  }

  @Override
  public String manySubject(int all, String first) {
    return "%s; %d alerts in all".formatted(first, all);
  }

  @Override
  public String opening(NoticeKind kind, LocalDate since, String bureau) {
    return switch (kind) {
      case REMINDER ->
          "A reminder: this alert was raised on %s, and what was asked has not been done."
              .formatted(date(since));
      case SUPERVISION ->
          "A supervision notice: this alert was raised on %s and, despite a reminder, has not been dealt with. It goes to the superior body as well."
              .formatted(date(since));
      case SUMMONS ->
          "A summons: this alert was raised on %s and, even under supervision, has not been dealt with. Those in charge of %s are asked to explain in person."
              .formatted(date(since), bureau);
      case SILENT ->
          "No report: a figure was due and has not come. Without data nothing is taken to be on track.";
      case RESTATED ->
          "A correction: the figure that this alert stood on has been corrected. What is now known of that day follows, and the record says so.";
      case OPENED, ESCALATED, UPDATED, RECOVERED, STANDING -> "";
    };
  }

  @Override
  public String owed(OwedReport report) {
    return "report for %s not received (due by %s)".formatted(period(report), date(report.due()));
  }

  @Override
  public String nothingSince(@Nullable LocalDate last) {
    return last == null ? "no figures yet" : "nothing new since " + date(last);
  }

  @Override
  public String overdue(OwedReport report) {
    String grace =
        report.closes().isAfter(report.due())
            ? " (the period of grace ended on %s)".formatted(date(report.closes()))
            : "";
    return "The report for %s was due by %s%s and has not come."
        .formatted(period(report), date(report.due()), grace);
  }

  private static String period(OwedReport report) {
    LocalDate last = report.until();
    return switch (report.frequency()) {
      case "monthly" -> MONTH.format(last);
      case "quarterly" ->
          "the %s quarter of %d"
              .formatted(QUARTERS.get((last.getMonthValue() - 1) / 3), last.getYear());
      case "yearly" -> Integer.toString(last.getYear());
      default -> report.from() + " to " + last;
    };
  }

  @Override
  public String askOverdue() {
    return "Please send the overdue report as soon as you can; if nothing has moved, say so.";
  }

  @Override
  public String askTitle(boolean copy, String bureau) {
    return copy ? "What is asked of %s (you are in copy)".formatted(bureau) : "What we ask of you";
  }

  @Override
  public String ask(Asked.What what, boolean project, LocalDate by, int workingDays) {
    String until = "Before %s (%s), please ".formatted(day(by), count(workingDays));
    return switch (what) {
      case ACKNOWLEDGEMENT ->
          until
              + "acknowledge this alert and say why "
              + (project
                  ? "the project is late, how you will catch up, and when it will be finished."
                  : "it slipped, what you will do, and when it will be back on schedule.");
      case PLAN ->
          until
              + "file a catch-up plan: what will be done, by whom, and when it will be back on schedule.";
      case RECOVERY ->
          "Please carry out the catch-up plan; it should be back on schedule before %s (%s)."
              .formatted(day(by), count(workingDays));
      case REPORT -> until + "report the latest figure; if nothing has moved, please say so.";
    };
  }

  private static String count(int workingDays) {
    return workingDays == 1 ? "1 working day" : workingDays + " working days";
  }

  @Override
  public String pressToAcknowledge() {
    return "The buttons work without a login and ask once more before anything is recorded.";
  }

  @Override
  public String wrongFigure() {
    return "If a figure is wrong, simply correct the report; the verdict follows at once.";
  }

  @Override
  public String otherwise(Asked.Next next) {
    String whom = Inert.name(next.recipient().in(Language.EN));
    String step =
        switch (next.kind()) {
          case SUPERVISION -> "a supervision notice follows";
          case SUMMONS -> "a summons follows";
          default -> "a reminder follows";
        };
    return "Otherwise %s on %s%s."
        .formatted(step, day(next.on()), whom.isEmpty() ? "" : ", sent to " + whom);
  }

  @Override
  public String unacknowledgedStays() {
    return "Until then the board lists it as open.";
  }

  @Override
  public String lastRung() {
    return "This is the last step of the ladder; the item stays on the supervision list until it is settled.";
  }

  @Override
  public String explainedBy(String name, String share) {
    return "Mostly explained by “%s” (about %s), which has an alert of its own; nothing more is asked for this one."
        .formatted(name, share);
  }

  @Override
  public String acknowledge() {
    return "Acknowledge";
  }

  @Override
  public String plan() {
    return "File a catch-up plan";
  }

  @Override
  public String linksExpire(LocalDate day) {
    return "The links in this mail are for its recipient alone and work until %s; please do not forward them."
        .formatted(date(day));
  }

  @Override
  public String firingTitle(int count) {
    return "To deal with (%d)".formatted(count);
  }

  @Override
  public String standingTitle(int count) {
    return "Told before and still unresolved (%d)".formatted(count);
  }

  @Override
  public String explainedTitle(int count) {
    return "Explained by projects above; nothing asked on their own (%d)".formatted(count);
  }

  @Override
  public String overTitle(int count) {
    return "Recovered or corrected (%d)".formatted(count);
  }

  @Override
  public String silentTitle(int count) {
    return "Reports overdue (%d)".formatted(count);
  }

  @Override
  public String itemAsk(Asked.What what, LocalDate by) {
    String done =
        switch (what) {
          case ACKNOWLEDGEMENT -> "acknowledge";
          case PLAN -> "file a catch-up plan";
          case RECOVERY -> "be back on schedule";
          case REPORT -> "report";
        };
    return "Please %s before %s.".formatted(done, date(by));
  }

  @Override
  public String manyName(int count) {
    return count + " alerts in this mail";
  }

  @Override
  public String manySentence(int firing, int over, String bureau) {
    String todo = firing > 0 ? firing + " to deal with" : "";
    String done = over > 0 ? over + " recovered or corrected" : "";
    String both = todo.isEmpty() || done.isEmpty() ? todo + done : todo + ", " + done;
    return "For %s: %s.".formatted(bureau, both);
  }

  @Override
  public String manyAsk(LocalDate by) {
    return "Please deal with each item: the earliest before %s, the others as listed."
        .formatted(day(by));
  }

  @Override
  public String digestSubject(Mailing.Kind kind, LocalDate day, int news, int standing, int over) {
    return "[%s digest] %s: %d new, %d unresolved, %d recovered"
        .formatted(often(kind), day, news, standing, over);
  }

  @Override
  public String digestName(Mailing.Kind kind, String bureau) {
    return "%s digest for %s".formatted(often(kind), bureau);
  }

  @Override
  public String digestSentence(Mailing.Kind kind, int news, int standing, int over) {
    String since =
        switch (kind) {
          case WEEKLY_DIGEST -> "last week";
          case MONTHLY_DIGEST -> "last month";
          default -> "yesterday";
        };
    return "Since %s: %d new, %d unresolved from before, %d recovered or corrected."
        .formatted(since, news, standing, over);
  }

  private static String often(Mailing.Kind kind) {
    return switch (kind) {
      case WEEKLY_DIGEST -> "Weekly";
      case MONTHLY_DIGEST -> "Monthly";
      case DAILY_DIGEST, IMMEDIATE, SILENCE_ENDING -> "Daily";
    };
  }

  @Override
  public String digestQuiet() {
    return "A digest only informs; whatever is urgent came in a mail of its own.";
  }

  @Override
  public String unsubscribe(String url) {
    return "To stop these digests: " + url;
  }

  @Override
  public String silenceSubject(LocalDate day) {
    return "[Silence ending] Alert mails resume on " + date(day);
  }

  @Override
  public String silenceName() {
    return "A silence is about to end";
  }

  @Override
  public String silenceSentence(
      String who, String reason, LocalDate from, LocalDate until, int alerts) {
    String mails = alerts == 1 ? "this alert" : "these %d alerts".formatted(alerts);
    String more = alerts == 0 ? "" : " After that, mails about %s resume.".formatted(mails);
    return "The silence that %s set on %s ends on %s (reason: %s).%s"
        .formatted(who, date(from), date(until), reason, more);
  }

  @Override
  public String silenceAsk(String silenceId) {
    return "To prolong it, set another silence before it ends (this one is %s); otherwise there is nothing to do."
        .formatted(silenceId);
  }

  @Override
  public String whyYou(Recipient.Reason reason, String bureau) {
    return switch (reason) {
      case LEAD -> "You receive this because %s leads on it.".formatted(bureau);
      case DELEGATE ->
          "You receive this because you stand in for somebody of %s.".formatted(bureau);
      case SUPPORTING ->
          "You receive this because your bureau supports %s on it.".formatted(bureau);
      case SUPERIOR -> "You receive this because you are the superior of %s.".formatted(bureau);
      case SILENCER -> "You receive this because you set the silence.";
    };
  }

  @Override
  public String frequency() {
    return "How often you are told (at once, daily, weekly, monthly, quiet hours) is set for each recipient on the board, under Preferences.";
  }

  @Override
  public List<String> command(String alertId, String bureauId) {
    return List.of(
        "On the command line: waymark ack %s --as %s --comment \"...\"."
            .formatted(alertId, bureauId));
  }
}
