package io.waymark.gateway.web;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.waymark.gateway.grpc.Upstreams;
import io.waymark.gateway.rest.Problem;
import io.waymark.gateway.rest.ProblemWriter;
import io.waymark.gateway.rest.Tagged;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc;
import io.waymark.proto.alerting.v1.GetMailRequest;
import io.waymark.proto.alerting.v1.Mail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.springframework.web.HttpRequestHandler;

/**
 * One mail's HTML as it was written, for the mailbox's frame. A mail styles itself in place, which
 * the board's own rules forbid, so it comes with rules of its own: nothing runs, nothing is loaded.
 */
public final class MailBody implements HttpRequestHandler {
  private static final String POLICY =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline';"
          + " img-src data:; frame-ancestors 'self'";

  private final AlertingServiceGrpc.AlertingServiceBlockingStub alerting;
  private final Duration deadline;

  public MailBody(Upstreams upstreams, String readToken, Duration deadline) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + readToken);
    this.alerting =
        AlertingServiceGrpc.newBlockingStub(
                upstreams.of(AlertingServiceGrpc.SERVICE_NAME).orElseThrow().channel())
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    this.deadline = deadline;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = request.getRequestURI().replaceAll(".*/mailbox/([^/]+)/body", "$1");
    try {
      Mail mail =
          alerting
              .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS)
              .getMail(GetMailRequest.newBuilder().setMailId(id).build())
              .getMail();
      response.setHeader("Content-Security-Policy", POLICY);
      Tagged.write(
          withChart(mail).getBytes(StandardCharsets.UTF_8),
          "text/html;charset=utf-8",
          request,
          response);
    } catch (StatusRuntimeException e) {
      boolean missing = e.getStatus().getCode() == Status.Code.NOT_FOUND;
      Problem problem =
          missing
              ? Problem.of(404, "MAIL_NOT_FOUND", "mail: " + id + " (expected: the id of a mail)")
              : Problem.away("alerting");
      ProblemWriter.write(problem, request, response);
    }
  }

  /** A browser knows no cid: the chart stands in the page itself. */
  private static String withChart(Mail mail) {
    return mail.getHtml()
        .replace(
            "cid:chart@waymark",
            "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(mail.getChart().toByteArray()));
  }
}
