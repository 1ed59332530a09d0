package io.waymark.alerting.mail;

import io.waymark.alerting.domain.AlertIds;
import io.waymark.alerting.domain.LetterWriter;
import io.waymark.alerting.domain.Mailing;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Picture;
import io.waymark.alerting.domain.Recipient;
import io.waymark.alerting.mail.chart.Painter;
import io.waymark.calendar.WorkingCalendar;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes mails: composed in the reader's language, laid out by templates. */
public final class TemplateLetterWriter implements LetterWriter {
  /** Name by which the HTML part finds the chart that comes with the mail. */
  static final String CHART = "chart@waymark";

  private final Templates templates = new Templates(Templates.shipped());
  private final Composer composer;
  private final String idDomain;

  /**
   * Creates a writer.
   *
   * @param boardUrl where the web board is, for example "http://localhost:8080"
   * @param zone where dates of the service clock are read
   * @param calendar which days are worked
   * @param idDomain right-hand side of Message-IDs; must never change, or a repeat looks like
   *     another mail
   */
  public TemplateLetterWriter(
      String boardUrl, ZoneId zone, WorkingCalendar calendar, String idDomain) {
    this.composer = new Composer(new Board(boardUrl), zone, calendar);
    this.idDomain = idDomain;
  }

  @Override
  public List<OutgoingMail> write(Mailing mailing) {
    Picture picture = Painter.png(mailing.first().verdict()).map(Picture::of).orElse(null);
    return mailing.recipients().stream().map(to -> write(mailing, to, picture)).toList();
  }

  private OutgoingMail write(Mailing mailing, Recipient recipient, @Nullable Picture picture) {
    List<String> others =
        mailing.recipients().stream()
            .map(Recipient::address)
            .filter(to -> !to.equals(recipient.address()))
            .map(Inert::name)
            .toList();
    Notice notice = mailing.first();
    Letter letter =
        composer.compose(notice, mailing.bureau(), others, picture == null ? "" : "cid:" + CHART);
    return new OutgoingMail(
        AlertIds.mail(mailing.mailingId(), recipient.address()),
        messageId(mailing.mailingId(), recipient.address()),
        mailing.threads().getOrDefault(recipient.address(), ""),
        notice.alert().alertId(),
        notice.alert().transitionId(),
        mailing.bureau().bureauId(),
        recipient.address(),
        recipient.language(),
        Inert.line(render(Templates.Part.SUBJECT, letter), Composer.SUBJECT),
        render(Templates.Part.TEXT, letter),
        render(Templates.Part.HTML, letter),
        mailing.at(),
        mailing.causeEventAt(),
        mailing.arrivedAt(),
        mailing.notices().stream().map(told -> told.alert().alertId()).distinct().toList(),
        picture,
        "");
  }

  private String messageId(String transitionId, String recipient) {
    return "<" + AlertIds.mail(transitionId, recipient) + "@" + idDomain + ">";
  }

  private String render(Templates.Part part, Letter letter) {
    try {
      return templates.render(Templates.LETTER + "." + part.extension(), letter);
    } catch (Templates.BrokenTemplateException e) {
      throw new IllegalStateException("a template that ships is broken", e);
    }
  }
}
