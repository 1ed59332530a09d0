package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Asked;
import io.waymark.alerting.domain.Explanation;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.Mailing;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.OwedReport;
import io.waymark.alerting.domain.Recipient;
import io.waymark.alerting.domain.Silence;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Puts mails into words that tell of many alerts: one mail with twelve items, and digests. */
final class Bundle {
  private final Composer composer;
  private final Board board;
  private final Links links;

  Bundle(Composer composer, Board board, Links links) {
    this.composer = composer;
    this.board = board;
    this.links = links;
  }

  /** Writes the letter; the chart is that of the gravest alert. */
  Draft compose(Mailing mailing, Recipient recipient, String picture) {
    Words words = Words.of(recipient.language());
    OfficialWords official = OfficialWords.of(recipient.language());
    Draft draft = new Draft(words, mark(mailing, words.language()));
    draft.warnings.addAll(Composer.warnings(mailing.notices(), words));
    draft.url = board.alerts(mailing.bureau().bureauId());
    switch (mailing.kind()) {
      case IMMEDIATE -> many(draft, mailing, words, official, picture);
      case DAILY_DIGEST, WEEKLY_DIGEST, MONTHLY_DIGEST ->
          digest(draft, mailing, recipient, official);
      case SILENCE_ENDING -> silence(draft, mailing, official);
    }
    groups(draft, mailing, recipient, words, official);
    composer.aboutTheMail(draft, mailing, recipient, words);
    return draft;
  }

  private static Letter.Mark mark(Mailing mailing, Language language) {
    return Marks.of(
        mailing.notices().isEmpty() ? Light.UNKNOWN : Composer.light(mailing.first()), language);
  }

  private void many(
      Draft draft, Mailing mailing, Words words, OfficialWords official, String picture) {
    Notice first = mailing.first();
    Language language = words.language();
    int over = count(mailing, Bundle::over);
    int firing = mailing.notices().size() - over;
    String subject =
        official.manySubject(mailing.notices().size(), new Gist(words).subject(first, draft.mark));
    String rung = official.rung(first.kind());
    draft.subject = rung.isEmpty() ? subject : official.withRung(rung, subject);
    draft.name = official.manyName(mailing.notices().size());
    draft.sentence = official.manySentence(firing, over, Composer.bureauOf(mailing, language));
    if (!picture.isEmpty()) {
      draft.picture = new Pictures(words).of(first.verdict(), picture);
    }
    draft.askTitle = words.askTitle();
    draft.asks.add(
        mailing.notices().stream()
            .filter(notice -> toDo(notice) || silent(notice))
            .map(notice -> composer.asked(notice).by())
            .min(LocalDate::compareTo)
            .map(official::manyAsk)
            .orElse(words.nothingAsked()));
  }

  private void digest(Draft draft, Mailing mailing, Recipient recipient, OfficialWords official) {
    int over = count(mailing, Bundle::over);
    int standing = count(mailing, notice -> notice.kind() == NoticeKind.STANDING);
    int news = mailing.notices().size() - over - standing;
    Language language = recipient.language();
    draft.subject =
        official.digestSubject(mailing.kind(), composer.day(mailing.at()), news, standing, over);
    draft.name = official.digestName(mailing.kind(), Composer.bureauOf(mailing, language));
    draft.sentence = official.digestSentence(mailing.kind(), news, standing, over);
    draft.smallPrint.add(official.digestQuiet());
    draft.smallPrint.add(official.unsubscribe(unsubscribe(mailing, recipient)));
  }

  /** Where one press ends the recipient's digests. */
  String unsubscribe(Mailing mailing, Recipient recipient) {
    return links.unsubscribe(mailing.bureau().bureauId(), recipient, mailing.at());
  }

  private void silence(Draft draft, Mailing mailing, OfficialWords official) {
    Silence silence = Objects.requireNonNull(mailing.silence());
    LocalDate until = composer.day(silence.until());
    draft.subject = official.silenceSubject(until);
    draft.name = official.silenceName();
    draft.sentence =
        official.silenceSentence(
            Inert.name(silence.by().name()),
            Inert.line(silence.reason(), 300),
            composer.day(silence.from()),
            until,
            mailing.notices().size());
    draft.askTitle = draft.name;
    draft.asks.add(official.silenceAsk(Inert.name(silence.silenceId())));
  }

  /** What must be handled, what is overdue, what is known, what explains itself, what is over. */
  private void groups(
      Draft draft, Mailing mailing, Recipient recipient, Words words, OfficialWords official) {
    group(
        draft,
        mailing,
        recipient,
        words,
        Bundle::toDo,
        official.firingTitle(count(mailing, Bundle::toDo)));
    group(
        draft,
        mailing,
        recipient,
        words,
        Bundle::silent,
        official.silentTitle(count(mailing, Bundle::silent)));
    group(
        draft,
        mailing,
        recipient,
        words,
        Bundle::standing,
        official.standingTitle(count(mailing, Bundle::standing)));
    group(
        draft,
        mailing,
        recipient,
        words,
        Bundle::explained,
        official.explainedTitle(count(mailing, Bundle::explained)));
    group(
        draft,
        mailing,
        recipient,
        words,
        Bundle::over,
        official.overTitle(count(mailing, Bundle::over)));
  }

  private void group(
      Draft draft,
      Mailing mailing,
      Recipient recipient,
      Words words,
      Predicate<Notice> which,
      String title) {
    List<Letter.Item> items =
        mailing.notices().stream()
            .filter(which)
            .map(notice -> item(notice, mailing, recipient, words))
            .toList();
    if (!items.isEmpty()) {
      draft.items.add(new Letter.Group(title, items));
    }
  }

  private Letter.Item item(Notice notice, Mailing mailing, Recipient recipient, Words words) {
    OfficialWords official = OfficialWords.of(words.language());
    Language language = words.language();
    String rung = official.rung(notice.kind());
    String name = Inert.name(notice.verdict().name().in(language));
    boolean acts =
        mailing.kind() == Mailing.Kind.IMMEDIATE
            && recipient.role() == Recipient.Role.TO
            && (toDo(notice) || silent(notice));
    return new Letter.Item(
        Marks.of(Composer.light(notice), language),
        rung.isEmpty() ? name : official.withRung(rung, name),
        Inert.sentence(notice.verdict().sentence().in(language)),
        asks(notice, words, official),
        acts ? composer.buttons(notice, composer.asked(notice), recipient, official) : List.of(),
        board.link(notice.verdict().subject()));
  }

  private List<String> asks(Notice notice, Words words, OfficialWords official) {
    Explanation explanation = notice.explanation();
    if (!notice.kind().firing()) {
      return List.of();
    }
    if (explanation != null) {
      return List.of(Composer.explained(explanation, words, official));
    }
    Asked asked = notice.asked();
    if (asked == null && notice.kind() == NoticeKind.STANDING) {
      return List.of();
    }
    Asked what = composer.asked(notice);
    String ask = official.itemAsk(what.what(), what.by());
    OwedReport overdue = notice.alert().care().overdue();
    return overdue == null ? List.of(ask) : List.of(official.overdue(overdue), ask);
  }

  private static int count(Mailing mailing, Predicate<Notice> which) {
    return (int) mailing.notices().stream().filter(which).count();
  }

  private static boolean over(Notice notice) {
    return !notice.kind().firing();
  }

  private static boolean explained(Notice notice) {
    return notice.kind().firing() && notice.explanation() != null;
  }

  private static boolean standing(Notice notice) {
    return notice.kind() == NoticeKind.STANDING && notice.explanation() == null;
  }

  private static boolean silent(Notice notice) {
    return notice.kind() == NoticeKind.SILENT && notice.explanation() == null;
  }

  private static boolean toDo(Notice notice) {
    return !over(notice) && !explained(notice) && !standing(notice) && !silent(notice);
  }
}
