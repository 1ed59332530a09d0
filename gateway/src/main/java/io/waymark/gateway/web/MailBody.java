package io.waymark.gateway.web;

import com.google.protobuf.ByteString;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.waymark.gateway.grpc.Upstreams;
import io.waymark.gateway.rest.Problem;
import io.waymark.gateway.rest.ProblemWriter;
import io.waymark.gateway.rest.Tagged;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc;
import io.waymark.proto.alerting.v1.GetDigestRequest;
import io.waymark.proto.alerting.v1.GetMailRequest;
import io.waymark.proto.alerting.v1.Mail;
import io.waymark.proto.alerting.v1.NotificationServiceGrpc;
import io.waymark.proto.alerting.v1.PreviewMailRequest;
import io.waymark.proto.alerting.v1.PreviewMailResponse;
import io.waymark.refusals.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestHandler;

/**
 * The HTML of a mail, of a bureau's digest as it stands, or of a made-up mail, for a frame of the
 * board. A mail styles itself in place, which the board's own rules forbid, so it comes with rules
 * of its own: nothing runs, nothing is loaded.
 */
public final class MailBody implements HttpRequestHandler {
  /** Where it answers. */
  public static final List<String> PATHS =
      List.of("/mailbox/*/body", "/digests/*/body", "/mail-previews/*/body");

  private static final String POLICY =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline';"
          + " img-src data:; frame-ancestors 'self'";
  private static final Pattern PATH = Pattern.compile("/([a-z-]+)/([^/]+)/body$");

  private final AlertingServiceGrpc.AlertingServiceBlockingStub alerting;
  private final NotificationServiceGrpc.NotificationServiceBlockingStub notifications;
  private final Duration deadline;

  public MailBody(Upstreams upstreams, String readToken, Duration deadline) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + readToken);
    ClientInterceptor token = MetadataUtils.newAttachHeadersInterceptor(headers);
    this.alerting =
        AlertingServiceGrpc.newBlockingStub(
                upstreams.of(AlertingServiceGrpc.SERVICE_NAME).orElseThrow().channel())
            .withInterceptors(token);
    this.notifications =
        NotificationServiceGrpc.newBlockingStub(
                upstreams.of(NotificationServiceGrpc.SERVICE_NAME).orElseThrow().channel())
            .withInterceptors(token);
    this.deadline = deadline;
  }

  /** An HTML part and the chart that it shows. */
  private record Body(String html, ByteString chart) {
    /** A browser knows no cid: the chart stands in the page itself. */
    String alone() {
      return html.replace(
          "cid:chart@waymark",
          "data:image/png;base64," + Base64.getEncoder().encodeToString(chart.toByteArray()));
    }
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(request.getRequestURI());
    String what = path.find() ? path.group(1) : "";
    String id = what.isEmpty() ? "" : URLDecoder.decode(path.group(2), StandardCharsets.UTF_8);
    try {
      Body body = find(what, id, request.getParameter("language"));
      response.setHeader("Content-Security-Policy", POLICY);
      Tagged.write(
          body.alone().getBytes(StandardCharsets.UTF_8),
          "text/html;charset=utf-8",
          request,
          response);
    } catch (StatusRuntimeException e) {
      ProblemWriter.write(problem(e.getStatus().getCode(), what, id), request, response);
    }
  }

  private Body find(String what, String id, @Nullable String language) {
    long millis = deadline.toMillis();
    if (what.equals("mail-previews")) {
      PreviewMailRequest asked =
          PreviewMailRequest.newBuilder()
              .setKind(id)
              .setLanguage("en".equals(language) ? "en" : "zh")
              .build();
      PreviewMailResponse made =
          notifications.withDeadlineAfter(millis, TimeUnit.MILLISECONDS).previewMail(asked);
      return new Body(made.getHtml(), made.getChart());
    }
    AlertingServiceGrpc.AlertingServiceBlockingStub stub =
        alerting.withDeadlineAfter(millis, TimeUnit.MILLISECONDS);
    Mail mail =
        what.equals("digests")
            ? stub.getDigest(GetDigestRequest.newBuilder().setBureauId(id).build()).getMail()
            : stub.getMail(GetMailRequest.newBuilder().setMailId(id).build()).getMail();
    return new Body(mail.getHtml(), mail.getChart());
  }

  private static Problem problem(Status.Code code, String what, String id) {
    return switch (code) {
      case NOT_FOUND, INVALID_ARGUMENT ->
          switch (what) {
            case "digests" -> Problem.of(404, Refused.BUREAU_NOT_FOUND.with(id));
            case "mail-previews" -> Problem.of(404, Refused.NO_SUCH_KIND.with(id));
            default -> Problem.of(404, Refused.MAIL_NOT_FOUND.with(id));
          };
      default -> Problem.away("alerting");
    };
  }
}
