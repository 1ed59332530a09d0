package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertIds;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.LetterWriter;
import io.waymark.alerting.domain.Mailing;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Picture;
import io.waymark.alerting.domain.Recipient;
import io.waymark.alerting.domain.SampleMails;
import io.waymark.alerting.mail.chart.Painter;
import io.waymark.calendar.WorkingCalendar;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes mails: composed in the reader's language, laid out by templates. */
public final class TemplateLetterWriter implements LetterWriter, SampleMails {
  /** Name by which the HTML part finds the chart that comes with the mail. */
  static final String CHART = "chart@waymark";

  private final Templates templates;
  private final Composer composer;
  private final Bundle bundle;
  private final String idDomain;

  /**
   * Creates a writer.
   *
   * @param boardUrl where the web board is, for example "http://localhost:8080"
   * @param zone where dates of the service clock are read
   * @param calendar which days are worked
   * @param idDomain right-hand side of Message-IDs; must never change, or a repeat looks like
   *     another mail
   * @param signer of the links that work without a login
   * @param ownTemplates folder with the customer's templates; null for those that ship
   */
  public TemplateLetterWriter(
      String boardUrl,
      ZoneId zone,
      WorkingCalendar calendar,
      String idDomain,
      LinkSigner signer,
      @Nullable Path ownTemplates) {
    Board board = new Board(boardUrl);
    Links links = new Links(signer, board);
    this.composer = new Composer(board, links, zone, calendar);
    this.bundle = new Bundle(composer, board, links);
    this.idDomain = idDomain;
    this.templates =
        ownTemplates == null
            ? Templates.plainOnes()
            : OwnTemplates.load(ownTemplates, samples(board, zone, calendar));
  }

  /** Letters of every kind and language, and hostile ones; their links are signed with no key. */
  private static List<OwnTemplates.Sample> samples(
      Board board, ZoneId zone, WorkingCalendar calendar) {
    LinkSigner nobody = new LinkSigner(() -> List.of(new byte[32]));
    Links links = new Links(nobody, board);
    Composer composer = new Composer(board, links, zone, calendar);
    Bundle bundle = new Bundle(composer, board, links);
    List<OwnTemplates.Sample> samples = new ArrayList<>();
    for (Language language : Language.values()) {
      for (TemplateKind kind : TemplateKind.values()) {
        Mailing mailing = SampleMailings.of(kind, language);
        for (Recipient recipient : mailing.recipients()) {
          samples.add(
              new OwnTemplates.Sample(
                  kind, letter(mailing, recipient, "cid:" + CHART, composer, bundle)));
        }
      }
      Mailing hostile = SampleMailings.hostile(language);
      samples.add(
          new OwnTemplates.Sample(
              TemplateKind.OPENED,
              letter(hostile, hostile.recipients().getFirst(), "", composer, bundle)));
    }
    return samples;
  }

  @Override
  public List<String> kinds() {
    return Stream.of(TemplateKind.values()).map(TemplateKind::wireName).toList();
  }

  @Override
  public Optional<OutgoingMail> sample(String kind, Language language) {
    return Stream.of(TemplateKind.values())
        .filter(one -> one.wireName().equals(kind))
        .findFirst()
        .map(one -> write(SampleMailings.of(one, language)).getFirst());
  }

  @Override
  public List<String> templateFaults() {
    return templates.faults();
  }

  @Override
  public List<OutgoingMail> write(Mailing mailing) {
    Picture picture = picture(mailing);
    return mailing.recipients().stream().map(to -> write(mailing, to, picture)).toList();
  }

  /** The chart of the first notice; a digest has none, it only lists. */
  private static @Nullable Picture picture(Mailing mailing) {
    if (mailing.kind() != Mailing.Kind.IMMEDIATE || mailing.notices().isEmpty()) {
      return null;
    }
    return Painter.png(mailing.first().verdict()).map(Picture::of).orElse(null);
  }

  private Letter letter(Mailing mailing, Recipient recipient, @Nullable Picture picture) {
    return letter(mailing, recipient, picture == null ? "" : "cid:" + CHART, composer, bundle);
  }

  private static Letter letter(
      Mailing mailing, Recipient recipient, String source, Composer composer, Bundle bundle) {
    boolean one = mailing.kind() == Mailing.Kind.IMMEDIATE && mailing.notices().size() == 1;
    Draft draft =
        one
            ? composer.compose(mailing, recipient, source)
            : bundle.compose(mailing, recipient, source);
    return draft.letter();
  }

  private OutgoingMail write(Mailing mailing, Recipient recipient, @Nullable Picture picture) {
    Letter letter = letter(mailing, recipient, picture);
    TemplateKind kind = TemplateKind.of(mailing);
    Alert alert = mailing.notices().isEmpty() ? null : mailing.first().alert();
    return new OutgoingMail(
        AlertIds.mail(mailing.mailingId(), recipient.address()),
        messageId(mailing.mailingId(), recipient.address()),
        mailing.threads().getOrDefault(recipient.address(), ""),
        alert == null ? "" : alert.alertId(),
        alert == null ? mailing.mailingId() : alert.transitionId(),
        mailing.bureau().bureauId(),
        recipient.address(),
        recipient.language(),
        Inert.line(templates.render(kind, Templates.Part.SUBJECT, letter), Composer.SUBJECT),
        templates.render(kind, Templates.Part.TEXT, letter),
        templates.render(kind, Templates.Part.HTML, letter),
        mailing.at(),
        mailing.causeEventAt(),
        mailing.arrivedAt(),
        mailing.notices().stream().map(told -> told.alert().alertId()).distinct().toList(),
        picture,
        mailing.kind().digest() ? bundle.unsubscribe(mailing, recipient) : "");
  }

  private String messageId(String transitionId, String recipient) {
    return "<" + AlertIds.mail(transitionId, recipient) + "@" + idDomain + ">";
  }
}
