package io.waymark.alerting.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertIds;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.LetterWriter;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Told;
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
  public List<OutgoingMail> write(Notice notice, Bureau bureau) {
    List<String> recipients = bureau.emails().stream().distinct().toList();
    return recipients.stream().map(to -> write(notice, bureau, recipients, to)).toList();
  }

  private OutgoingMail write(
      Notice notice, Bureau bureau, List<String> recipients, String recipient) {
    List<String> others =
        recipients.stream().filter(to -> !to.equals(recipient)).map(Inert::name).toList();
    Letter letter = composer.compose(notice, bureau, others);
    Alert alert = notice.alert();
    return new OutgoingMail(
        AlertIds.mail(alert.transitionId(), recipient),
        messageId(alert.transitionId(), recipient),
        threadId(alert, recipient),
        alert.alertId(),
        alert.transitionId(),
        bureau.bureauId(),
        recipient,
        bureau.language(),
        letter.subject(),
        render(text, letter),
        render(html, letter),
        notice.at(),
        notice.causeEventAt());
  }

  private String threadId(Alert alert, String recipient) {
    Told told = alert.told();
    if (told == null || told.firstTransitionId().equals(alert.transitionId())) {
      return "";
    }
    return messageId(told.firstTransitionId(), recipient);
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
