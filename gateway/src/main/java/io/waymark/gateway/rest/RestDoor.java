package io.waymark.gateway.rest;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.util.JsonFormat;
import io.waymark.gateway.contract.Routes;
import io.waymark.gateway.contract.Routes.Match;
import io.waymark.gateway.grpc.Upstreams;
import io.waymark.gateway.ops.DoorMetrics;
import io.waymark.refusals.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.HttpRequestHandler;

/**
 * Serves every annotated method of the contracts as REST and JSON. Reading without a token uses the
 * gateway's own, so that the board needs no login; whatever changes something needs the caller's.
 */
public final class RestDoor implements HttpRequestHandler {
  private static final Logger LOG = LoggerFactory.getLogger(RestDoor.class);
  private static final String UNKNOWN = "unknown";
  private static final String JSON = "application/json";

  private final Routes routes;
  private final RestCaller caller;
  private final String readToken;
  private final DoorMetrics metrics;
  private final JsonFormat.Printer printer =
      JsonFormat.printer()
          .preservingProtoFieldNames()
          .alwaysPrintFieldsWithNoPresence()
          .omittingInsignificantWhitespace();

  public RestDoor(
      Routes routes,
      Upstreams upstreams,
      Duration deadline,
      String readToken,
      DoorMetrics metrics) {
    this.routes = routes;
    this.caller = new RestCaller(upstreams, deadline);
    this.readToken = readToken;
    this.metrics = metrics;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long started = System.nanoTime();
    TraceParent trace = TraceParent.of(request.getHeader("traceparent"));
    Match match = match(request);
    try (var _ = MDC.putCloseable("trace_id", trace.traceId())) {
      answer(match, request, response, trace);
      log(request, response.getStatus());
    } finally {
      String route = match instanceof Match.Found found ? found.binding().path().text() : UNKNOWN;
      String verb = match instanceof Match.Found ? request.getMethod() : UNKNOWN;
      metrics.restEnded(verb, route, response.getStatus(), System.nanoTime() - started);
    }
  }

  private Match match(HttpServletRequest request) {
    String path = request.getRequestURI().substring(1);
    // A plus sign in a path is a plus sign; only in a query it is a space.
    List<String> segments =
        Arrays.stream(path.split("/", -1))
            .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
            .toList();
    String verb = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    return routes.match(verb, segments);
  }

  private void answer(
      Match match, HttpServletRequest request, HttpServletResponse response, TraceParent trace)
      throws IOException {
    try {
      switch (match) {
        case Match.Found found -> serve(found, request, response, trace);
        case Match.OtherVerb other -> {
          String allowed = String.join(", ", other.allowed());
          response.setHeader("Allow", allowed);
          throw new ProblemException(
              Problem.of(405, Refused.METHOD_NOT_ALLOWED.with(request.getMethod(), allowed)));
        }
        case Match.None _ ->
            throw new ProblemException(Problem.of(404, Refused.NO_SUCH_ROUTE.with()));
      }
    } catch (ProblemException e) {
      ProblemWriter.write(e.problem(), request, response);
    }
  }

  private void serve(
      Match.Found found,
      HttpServletRequest request,
      HttpServletResponse response,
      TraceParent trace)
      throws IOException {
    String authorization = authorization(found.binding().changesNothing(), request);
    DynamicMessage message = RequestReader.read(found.binding(), found.variables(), request);
    DynamicMessage reply = caller.call(found.binding().method(), message, authorization, trace);
    answer(printer.print(reply).getBytes(StandardCharsets.UTF_8), found, request, response);
  }

  private static void answer(
      byte[] body, Match.Found found, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (found.binding().reads()) {
      Tagged.write(body, JSON, request, response);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(JSON);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private String authorization(boolean changesNothing, HttpServletRequest request) {
    Optional<String> given = Optional.ofNullable(request.getHeader("Authorization"));
    if (given.isPresent()) {
      return given.get();
    }
    if (!changesNothing) {
      throw new ProblemException(Problem.of(401, Refused.UNAUTHENTICATED.with()));
    }
    return readToken.isEmpty() ? "" : "Bearer " + readToken;
  }

  private static void log(HttpServletRequest request, int status) {
    if (status >= 500) {
      LOG.warn("{} {} -> {}", request.getMethod(), request.getRequestURI(), status);
    } else if (!request.getMethod().equals("GET")) {
      LOG.info("{} {} -> {}", request.getMethod(), request.getRequestURI(), status);
    }
  }
}
