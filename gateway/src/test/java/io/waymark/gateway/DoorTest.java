package io.waymark.gateway;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.waymark.gateway.fake.FakeCity;
import io.waymark.gateway.grpc.GrpcDoor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway in front of a made-up city, for the tests of one class. */
@SuppressWarnings("NullAway.Init")
abstract class DoorTest {
  static FakeCity city;
  static ConfigurableApplicationContext gateway;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void open() {
    city = new FakeCity();
    SpringApplication application = new SpringApplication(GatewayApplication.class);
    application.setDefaultProperties(city.settings());
    gateway = application.run("--server.port=0", "--waymark.grpc-port=0");
  }

  @AfterAll
  static void close() {
    gateway.close();
    city.close();
  }

  static int httpPort() {
    return Objects.requireNonNull(((ServletWebServerApplicationContext) gateway).getWebServer())
        .getPort();
  }

  static int grpcPort() {
    return gateway.getBean(GrpcDoor.class).port();
  }

  static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + httpPort() + path));
  }

  static HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  static HttpResponse<String> post(
      String path, String body, @Nullable String token, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonObject json(HttpResponse<String> response) {
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }
}
