package io.waymark.alerting;

import io.waymark.alerting.channels.Channels;
import io.waymark.alerting.domain.ChannelDirectory;
import io.waymark.alerting.domain.Notification;
import io.waymark.alerting.mail.MailServerHealth;
import io.waymark.alerting.mail.SmtpSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Mail and the channels beside it, in one list. */
record ChannelList(SmtpSettings smtp, MailServerHealth health, Channels channels)
    implements ChannelDirectory {
  @Override
  public List<Card> cards() {
    return Stream.concat(Stream.of(mail()), channels.cards().stream()).toList();
  }

  private Card mail() {
    String scheme = smtp.tls() == SmtpSettings.Tls.TLS ? "smtps://" : "smtp://";
    return new Card(
        Notification.MAIL,
        Notification.MAIL,
        scheme + smtp.host() + ":" + smtp.port(),
        health.problem().orElse(""),
        Set.of(),
        Set.of(),
        Set.of(),
        "",
        smtp.pace().perMinute());
  }

  @Override
  public List<String> faults() {
    return channels.faults();
  }
}
