package io.waymark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpSinkTest {
  @TempDir Path folder;

  @Test
  void aMailIsReadBackAsItWasSentInEveryPart() throws Exception {
    try (var sink = SmtpSink.start(folder, 0)) {
      send(sink, "水务局：武汉市泵站 滞后", "正文第一行\r\n.以点开头的一行\r\n", "water@water.example");
      ReceivedMail mail = sink.mails().getFirst();
      assertThat(mail.sender()).isEqualTo("waymark@waymark.example");
      assertThat(mail.recipients()).containsExactly("water@water.example");
      assertThat(mail.subject()).isEqualTo("水务局：武汉市泵站 滞后");
      assertThat(mail.text()).isEqualTo("正文第一行\r\n.以点开头的一行\r\n");
      assertThat(mail.html()).isEqualTo("<p>正文</p>");
      assertThat(mail.messageId()).isEqualTo("<stable@waymark.example>");
    }
  }

  @Test
  void mailsOfAnEarlierRunAreThereAgainInTheOrderOfArrival() throws Exception {
    try (var sink = SmtpSink.start(folder, 0)) {
      send(sink, "first", "text", "a@a.example");
      send(sink, "second", "text", "a@a.example");
    }
    try (var sink = SmtpSink.start(folder, 0)) {
      send(sink, "third", "text", "a@a.example");
      assertThat(sink.mails())
          .extracting(ReceivedMail::subject)
          .containsExactly("first", "second", "third");
    }
  }

  @Test
  void manyConnectionsSendAtOnceAndNoMailIsLost() throws Exception {
    try (var sink = SmtpSink.startTemporary();
        var senders = Executors.newFixedThreadPool(8)) {
      var sent =
          IntStream.range(0, 80)
              .mapToObj(i -> senders.submit(() -> send(sink, "mail " + i, "text", "a@a.example")))
              .toList();
      for (Future<?> one : sent) {
        one.get();
      }
      assertThat(sink.mails())
          .extracting(ReceivedMail::subject)
          .doesNotHaveDuplicates()
          .hasSize(80);
    }
  }

  @Test
  void aRefusedRecipientIsToldTheReplyAndNothingIsKept() {
    try (var sink = SmtpSink.start(folder, 0)) {
      sink.policy(SmtpPolicy.refuseAll("451 4.3.2 try again later"));
      assertThatThrownBy(() -> send(sink, "subject", "text", "a@a.example"))
          .isInstanceOf(SendFailedException.class)
          .rootCause()
          .hasMessageContaining("451 4.3.2 try again later");
      assertThat(sink.mails()).isEmpty();
    }
  }

  private static String send(SmtpSink sink, String subject, String text, String recipient)
      throws MessagingException {
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", sink.host());
    properties.setProperty("mail.smtp.port", Integer.toString(sink.port()));
    var message =
        new MimeMessage(Session.getInstance(properties)) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<stable@waymark.example>");
          }
        };
    message.setFrom(new InternetAddress("waymark@waymark.example"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    message.setSubject(subject, "UTF-8");
    var plain = new MimeBodyPart();
    plain.setText(text, "UTF-8");
    var html = new MimeBodyPart();
    html.setContent("<p>正文</p>", "text/html; charset=UTF-8");
    message.setContent(new MimeMultipart("alternative", plain, html));
    Transport.send(message);
    return subject;
  }
}
