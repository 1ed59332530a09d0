package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Asked;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Mailing;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.OwedReport;
import io.waymark.alerting.domain.Recipient;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of the ladder, of mails that tell of many alerts, and of digests. Names arrive inert.
 */
interface OfficialWords {
  static OfficialWords of(Language language) {
    return switch (language) {
      case ZH -> new ChineseOfficialWords();
      case EN -> new EnglishOfficialWords();
    };
  }

  /** A day in running text, the weekday named. */
  String day(LocalDate day);

  /** What stands before the subject line, for example "督办"; empty for a plain alert. */
  String rung(NoticeKind kind);

  /** The subject line with its rung. */
  String withRung(String rung, String subject);

  /** Subject line of a mail with several alerts; {@code first} is the gravest one's own. */
  String manySubject(int all, String first);

  /** What a mail of this kind says before all else; empty for a plain alert. */
  String opening(NoticeKind kind, LocalDate since, String bureau);

  /** Which report is overdue, in a subject line. */
  String owed(OwedReport report);

  /** Since when nobody has reported, in a subject line; null: nobody ever has. */
  String nothingSince(@Nullable LocalDate last);

  /** Which report is overdue: its period, when it was due, when its grace ended. */
  String overdue(OwedReport report);

  /** Asks for a report that is overdue, whatever else is asked. */
  String askOverdue();

  String askTitle(boolean copy, String bureau);

  /** What is asked and by when. */
  String ask(Asked.What what, boolean project, LocalDate by, int workingDays);

  String pressToAcknowledge();

  String wrongFigure();

  /** The next rung, its day and its recipient. */
  String otherwise(Asked.Next next);

  String unacknowledgedStays();

  String lastRung();

  String explainedBy(String name, String share);

  String acknowledge();

  String plan();

  String linksExpire(LocalDate day);

  String firingTitle(int count);

  String standingTitle(int count);

  String explainedTitle(int count);

  String overTitle(int count);

  String silentTitle(int count);

  /** By when an item of a list is to be handled. */
  String itemAsk(Asked.What what, LocalDate by);

  String manyName(int count);

  String manySentence(int firing, int over, String bureau);

  String manyAsk(LocalDate by);

  String digestSubject(Mailing.Kind kind, LocalDate day, int news, int standing, int over);

  String digestName(Mailing.Kind kind, String bureau);

  String digestSentence(Mailing.Kind kind, int news, int standing, int over);

  String digestQuiet();

  String unsubscribe(String url);

  String silenceSubject(LocalDate day);

  String silenceName();

  String silenceSentence(String who, String reason, LocalDate from, LocalDate until, int alerts);

  String silenceAsk(String silenceId);

  /** Why this recipient gets the mail. */
  String whyYou(Recipient.Reason reason, String bureau);

  String frequency();

  List<String> command(String alertId, String bureauId);
}
