package io.waymark.standalone;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Stands for a service in the tests: it is a real process, and answers only for its health. */
public final class HealthyProgram {
  private HealthyProgram() {}

  public static void main(String[] args) throws IOException {
    Map<String, String> environment = System.getenv();
    if (environment.containsKey("FAIL")) {
      System.out.println("cannot start: " + environment.get("FAIL"));
      System.exit(3);
    }
    int port = Integer.parseInt(environment.getOrDefault("PORT", "0"));
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    int status = Integer.parseInt(environment.getOrDefault("STATUS", "200"));
    byte[] body = "the database is away".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    System.out.println("ready on " + port);
  }
}
