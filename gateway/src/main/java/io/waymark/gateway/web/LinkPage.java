package io.waymark.gateway.web;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.waymark.gateway.grpc.Upstreams;
import io.waymark.proto.alerting.v1.MailLink;
import io.waymark.proto.alerting.v1.NotificationServiceGrpc;
import io.waymark.proto.alerting.v1.OpenMailLinkRequest;
import io.waymark.proto.alerting.v1.UseMailLinkRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.web.HttpRequestHandler;

/**
 * The page behind a link of a mail: says what the link does and asks once more. Looking at it never
 * acts, since mail programs and scanners look too; what is allowed is in the link's signature,
 * which the alerting service checks.
 */
public final class LinkPage implements HttpRequestHandler {
  private static final int MOST_BYTES = 64 * 1024;

  private final NotificationServiceGrpc.NotificationServiceBlockingStub notifications;
  private final Duration deadline;

  public LinkPage(Upstreams upstreams, String gatewayToken, Duration deadline) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
        "Bearer " + gatewayToken);
    this.notifications =
        NotificationServiceGrpc.newBlockingStub(
                upstreams.of(NotificationServiceGrpc.SERVICE_NAME).orElseThrow().channel())
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    this.deadline = deadline;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String token = request.getRequestURI().replaceFirst(".*/act/", "");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    switch (request.getMethod()) {
      case "GET", "HEAD" -> look(token, response);
      case "POST" -> act(token, request, response);
      default -> {
        response.setHeader("Allow", "GET, HEAD, POST");
        response.sendError(405);
      }
    }
  }

  private void look(String token, HttpServletResponse response) throws IOException {
    try {
      MailLink link =
          stub().openMailLink(OpenMailLinkRequest.newBuilder().setToken(token).build()).getLink();
      LinkWords words = LinkWords.of(link.getLanguage());
      write(status(link), LinkForm.page(link, words, "", "", ""), response);
    } catch (StatusRuntimeException e) {
      away(e, response);
    }
  }

  private void act(String token, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, String> form = form(request);
    String comment = form.getOrDefault("comment", "");
    String by = form.getOrDefault("by", "");
    UseMailLinkRequest use =
        UseMailLinkRequest.newBuilder().setToken(token).setComment(comment).setBy(by).build();
    try {
      MailLink link = stub().useMailLink(use).getLink();
      write(
          status(link),
          LinkForm.page(link, LinkWords.of(link.getLanguage()), "", "", ""),
          response);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.INVALID_ARGUMENT) {
        askAgain(token, comment, by, response);
      } else {
        away(e, response);
      }
    }
  }

  private void askAgain(String token, String comment, String by, HttpServletResponse response)
      throws IOException {
    try {
      MailLink link =
          stub().openMailLink(OpenMailLinkRequest.newBuilder().setToken(token).build()).getLink();
      LinkWords words = LinkWords.of(link.getLanguage());
      write(400, LinkForm.page(link, words, words.incomplete(), comment, by), response);
    } catch (StatusRuntimeException e) {
      away(e, response);
    }
  }

  /**
   * The fields of the form; read here, since the gateway's filter keeps forms for those behind it.
   */
  private static Map<String, String> form(HttpServletRequest request) throws IOException {
    Map<String, String> fields = new HashMap<>();
    String body =
        new String(request.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private NotificationServiceGrpc.NotificationServiceBlockingStub stub() {
    return notifications.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static int status(MailLink link) {
    return switch (link.getState()) {
      case MAIL_LINK_STATE_READY, MAIL_LINK_STATE_USED -> 200;
      case MAIL_LINK_STATE_EXPIRED, MAIL_LINK_STATE_OVER -> 410;
      default -> 404;
    };
  }

  /** Refused because the alert went over in between, or the service is away. */
  private static void away(StatusRuntimeException e, HttpServletResponse response)
      throws IOException {
    boolean over = e.getStatus().getCode() == Status.Code.FAILED_PRECONDITION;
    write(over ? 409 : 503, over ? LinkForm.over() : LinkForm.away(), response);
  }

  private static void write(int status, String page, HttpServletResponse response)
      throws IOException {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/html;charset=utf-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
