package io.waymark.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** The city's REST address, as a reporter of the water bureau types bytes into it. */
final class RestDoor {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final City city;

  RestDoor(City city) {
    this.city = city;
  }

  HttpResponse<String> report(String project, byte[] body) {
    String reports = "/api/v1/plans/" + SmallPlan.PLAN + "/projects/" + project + "/reports";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + city.gateway.httpPort + reports))
            .header("Authorization", "Bearer " + city.token("water", "reporter"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
