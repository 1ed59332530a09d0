package io.waymark.alerting.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.waymark.alerting.domain.AlertIds;
import io.waymark.alerting.domain.LetterWriter;
import io.waymark.alerting.domain.Mailing;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Recipient;
import java.time.ZoneId;
import java.util.List;

/** Writes mails with the templates that were compiled at build time. */
public final class TemplateLetterWriter implements LetterWriter {
  private final TemplateEngine html =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "io.waymark.alerting.mail.html");
  private final TemplateEngine text =
      TemplateEngine.createPrecompiled(
          null, ContentType.Plain, null, "io.waymark.alerting.mail.text");
  private final Composer composer;
  private final String idDomain;

  /**
   * Creates a writer.
   *
   * @param boardUrl where the web board is, for example "http://localhost:8080"
   * @param zone where dates of the service clock are read
   * @param idDomain right-hand side of Message-IDs; must never change, or a repeat looks like
   *     another mail
   */
  public TemplateLetterWriter(String boardUrl, ZoneId zone, String idDomain) {
    this.composer = new Composer(new Board(boardUrl), zone);
    this.idDomain = idDomain;
  }

  @Override
  public List<OutgoingMail> write(Mailing mailing) {
    return mailing.recipients().stream().map(to -> write(mailing, to)).toList();
  }

  private OutgoingMail write(Mailing mailing, Recipient recipient) {
    List<String> others =
        mailing.recipients().stream()
            .map(Recipient::address)
            .filter(to -> !to.equals(recipient.address()))
            .map(Inert::name)
            .toList();
    Notice notice = mailing.first();
    Letter letter = composer.compose(notice, mailing.bureau(), others);
    return new OutgoingMail(
        AlertIds.mail(mailing.mailingId(), recipient.address()),
        messageId(mailing.mailingId(), recipient.address()),
        mailing.threads().getOrDefault(recipient.address(), ""),
        notice.alert().alertId(),
        notice.alert().transitionId(),
        mailing.bureau().bureauId(),
        recipient.address(),
        recipient.language(),
        letter.subject(),
        render(text, letter),
        render(html, letter),
        mailing.at(),
        mailing.causeEventAt(),
        mailing.arrivedAt(),
        mailing.notices().stream().map(told -> told.alert().alertId()).distinct().toList());
  }

  private String messageId(String transitionId, String recipient) {
    return "<" + AlertIds.mail(transitionId, recipient) + "@" + idDomain + ">";
  }

  private static String render(TemplateEngine engine, Letter letter) {
    StringOutput output = new StringOutput();
    engine.render("letter.jte", letter, output);
    return output.toString();
  }
}
