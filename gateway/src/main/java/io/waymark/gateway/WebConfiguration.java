package io.waymark.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.cloud.gateway.server.mvc.predicate.GatewayRequestPredicates.path;

import io.waymark.gateway.grpc.Upstreams;
import io.waymark.gateway.rest.Problem;
import io.waymark.gateway.rest.ProblemWriter;
import io.waymark.gateway.sheet.SheetDoor;
import io.waymark.gateway.web.BoardPage;
import io.waymark.gateway.web.LinkPage;
import io.waymark.gateway.web.MailBody;
import io.waymark.gateway.web.SecurityHeaders;
import io.waymark.gateway.web.StaticFiles;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Wires what is plain HTTP: the board's pages, and routes to HTTP servers behind the door. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/subjects",
          "/alerts",
          "/alerts/*",
          "/silences",
          "/preferences",
          "/backtest",
          "/decomposition",
          "/report",
          "/calendar",
          "/evaluation",
          "/mailbox",
          "/mailbox/*",
          "/notifications",
          "/plans/**");

  @Bean
  SecurityHeaders securityHeaders() {
    return new SecurityHeaders();
  }

  @Bean
  WebMvcConfigurer staticFiles() {
    return new StaticFiles();
  }

  @Bean
  SimpleUrlHandlerMapping boardPages(Settings settings, Upstreams upstreams) {
    Map<String, HttpRequestHandler> handlers = new HashMap<>();
    BoardPage page = new BoardPage();
    PAGES.forEach(path -> handlers.put(path, page));
    MailBody mails = new MailBody(upstreams, settings.gatewayToken(), settings.restDeadline());
    MailBody.PATHS.forEach(path -> handlers.put(path, mails));
    handlers.put("/sheets/**", new SheetDoor(upstreams, settings.restDeadline()));
    handlers.put(
        "/act/*", new LinkPage(upstreams, settings.gatewayToken(), settings.restDeadline()));
    return new SimpleUrlHandlerMapping(handlers, 1);
  }

  @Bean
  RouterFunction<ServerResponse> serviceMetrics(Settings settings) {
    return metricsOf("registry", settings.registry())
        .and(metricsOf("indicator", settings.indicator()))
        .and(metricsOf("alerting", settings.alerting()));
  }

  private static RouterFunction<ServerResponse> metricsOf(String name, Settings.Service service) {
    return route("metrics-" + name)
        .GET("/ops/" + name + "/metrics", http())
        .before(uri(service.management()))
        .before(setPath("/metrics"))
        .onError(ResourceAccessException.class, (_, _) -> away(name))
        .build();
  }

  @Bean
  @ConditionalOnExpression("!'${waymark.grafana-url:}'.isEmpty()")
  RouterFunction<ServerResponse> grafana(Settings settings) {
    URI grafana =
        settings.grafanaUrl() == null ? URI.create("http://localhost:3000") : settings.grafanaUrl();
    return route("grafana")
        .route(path("/grafana/**"), http())
        .before(uri(grafana))
        .onError(ResourceAccessException.class, (_, _) -> away("grafana"))
        .build();
  }

  private static ServerResponse away(String name) {
    return ServerResponse.status(503)
        .build((request, response) -> {
          ProblemWriter.write(Problem.away(name), request, response);
          return null;
        });
  }
}
