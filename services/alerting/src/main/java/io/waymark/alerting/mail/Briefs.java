package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Asked;
import io.waymark.alerting.domain.Circular;
import io.waymark.alerting.domain.Explanation;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Mailing;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts into a few words, for places other than mail, what the mails of the same moment say. */
public final class Briefs {
  private final Board board;

  /**
   * Creates a writer.
   *
   * @param boardUrl where the web board is
   */
  public Briefs(String boardUrl) {
    this.board = new Board(boardUrl);
  }

  /**
   * What is told, every text inert.
   *
   * @param subject what the mail's subject line says
   * @param bureau name of the bureau whose alerts these are
   * @param warnings what is simulated or assumed; to be said first
   * @param items the gravest first, what is over last
   * @param url the bureau's alerts on the board
   */
  public record Brief(
      String language,
      String subject,
      String bureauId,
      String bureau,
      List<String> warnings,
      List<Item> items,
      String url) {}

  /**
   * One alert.
   *
   * @param notice what is told of it: opened, escalated, recovered and so on
   * @param firing false once it is over
   * @param severity "warning" or "critical"
   * @param shape the sign of its status, for example "■"
   * @param status its status in a word, for example "滞后"
   * @param asks what is asked and by when, or why nothing is
   * @param url its page on the board
   */
  public record Item(
      String alertId,
      String planId,
      String kind,
      String subjectId,
      String notice,
      boolean firing,
      String severity,
      String shape,
      String status,
      String name,
      String sentence,
      List<String> asks,
      boolean simulated,
      String url) {}

  /** The circular in a language. */
  public Brief of(Circular circular, Language language) {
    Words words = Words.of(language);
    OfficialWords official = OfficialWords.of(language);
    List<Notice> notices = circular.notices();
    return new Brief(
        language.code(),
        Inert.line(subject(notices, words, official), Composer.SUBJECT),
        circular.bureau().bureauId(),
        Inert.name(circular.bureau().name().in(language)),
        Composer.warnings(notices, words),
        notices.stream().map(notice -> item(notice, words, official)).toList(),
        board.alerts(circular.bureau().bureauId()));
  }

  private static String subject(List<Notice> notices, Words words, OfficialWords official) {
    Notice first = notices.getFirst();
    String gist = new Gist(words).subject(first, Marks.of(Composer.light(first), words.language()));
    String subject = notices.size() == 1 ? gist : official.manySubject(notices.size(), gist);
    String rung = official.rung(first.kind());
    return rung.isEmpty() ? subject : official.withRung(rung, subject);
  }

  private Item item(Notice notice, Words words, OfficialWords official) {
    Verdict verdict = notice.verdict();
    Letter.Mark mark = Marks.of(Composer.light(notice), words.language());
    return new Item(
        notice.alert().alertId(),
        verdict.subject().planId(),
        verdict.subject().kind().name().toLowerCase(Locale.ROOT),
        verdict.subject().subjectId(),
        notice.kind().name().toLowerCase(Locale.ROOT),
        notice.kind().firing(),
        notice.alert().severity().name().toLowerCase(Locale.ROOT),
        mark.shape(),
        mark.word(),
        Inert.name(verdict.name().in(words.language())),
        Inert.sentence(verdict.sentence().in(words.language())),
        asks(notice, words, official),
        verdict.simulated(),
        board.link(verdict.subject()));
  }

  private static List<String> asks(Notice notice, Words words, OfficialWords official) {
    List<String> asks = new ArrayList<>();
    Explanation explanation = notice.explanation();
    Asked asked = notice.asked();
    if (notice.kind().firing() && explanation != null) {
      asks.add(Composer.explained(explanation, words, official));
    } else if (notice.kind().firing() && asked != null) {
      asks.add(official.itemAsk(asked.what(), asked.by()));
    }
    return asks;
  }

  /** Made-up circulars of every kind, one of many alerts, and one with hostile names. */
  public static List<Circular> samples() {
    return Stream.concat(
            Stream.of(TemplateKind.values())
                .map(kind -> SampleMailings.of(kind, Language.ZH))
                .filter(mailing -> mailing.kind() == Mailing.Kind.IMMEDIATE),
            Stream.of(SampleMailings.hostile(Language.ZH)))
        .map(mailing ->
            new Circular(
                mailing.bureau(),
                mailing.notices(),
                mailing.at(),
                mailing.causeEventAt(),
                mailing.arrivedAt()))
        .toList();
  }
}
