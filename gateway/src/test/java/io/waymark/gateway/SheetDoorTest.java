package io.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetDoorTest extends DoorTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String QUERY = "?plan=wuhan-15&lang=zh&name=june.xlsx";

  private static String token(String bureau) {
    String claims = "{\"iss\":\"waymark\",\"bureau\":\"" + bureau + "\"}";
    String body =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return "Bearer e30." + body + ".sig";
  }

  private static byte[] template() throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        CLIENT.send(
            request("/sheets/reports/template" + QUERY)
                .header("Authorization", token("transport"))
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private static HttpResponse<String> upload(String query, byte[] file) {
    return send(
        request("/sheets/reports" + query)
            .header("Authorization", token("transport"))
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build());
  }

  private static JsonObject result(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    String last = response.body().lines().reduce((_, line) -> line).orElseThrow();
    return JsonParser.parseString(last).getAsJsonObject().getAsJsonObject("result");
  }

  /** One good row, one faulty one, the rest left empty. */
  private static byte[] filled() throws IOException, InterruptedException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      sheet.getRow(1).getCell(6).setCellValue("65％");
      sheet.getRow(2).getCell(6).setCellValue("一半");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  @Test
  void theFilledTemplateIsCheckedThenSentAndItsFaultyRowComesBack() throws Exception {
    byte[] file = filled();
    JsonObject checked = result(upload(QUERY + "&dry_run=true", file));
    assertThat(checked.get("sent").getAsBoolean()).isFalse();
    assertThat(checked.get("good").getAsInt()).isEqualTo(1);
    assertThat(checked.get("faulty").getAsInt()).isEqualTo(1);
    assertThat(checked.get("left_empty").getAsInt()).isPositive();
    assertThat(checked.getAsJsonArray("faults").get(0).getAsJsonObject().get("cell").getAsString())
        .isEqualTo("G3");
    assertThat(checked.has("refused")).isFalse();

    JsonObject sent = result(upload(QUERY, file));
    assertThat(sent.get("sent").getAsBoolean()).isTrue();
    assertThat(sent.get("good").getAsInt()).isEqualTo(1);
    assertThat(city.seen().header("authorization")).contains(token("transport"));
    assertThat(city.seen().header("x-waymark-channel")).contains("board");
    JsonObject refused = sent.getAsJsonObject("refused");
    assertThat(refused.get("name").getAsString()).isEqualTo("june-refused.xlsx");
    byte[] copy = Base64.getDecoder().decode(refused.get("base64").getAsString());
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(copy))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).isEqualTo(1);
      assertThat(sheet.getRow(1).getCell(6).getStringCellValue()).isEqualTo("一半");
      assertThat(sheet.getRow(1).getCell(6).getCellComment().getString().getString())
          .startsWith("一半（应为：数字");
    }
  }

  @Test
  void whatOnlyTheRegistryCanRefuseComesBackInTheReadersLanguage() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
      workbook.getSheetAt(0).getRow(1).getCell(6).setCellValue("30");
      workbook.getSheetAt(0).getRow(1).createCell(12).setCellValue("r-gone");
      workbook.write(out);
    }
    JsonObject sent = result(upload(QUERY, out.toByteArray()));
    JsonObject fault = sent.getAsJsonArray("faults").get(0).getAsJsonObject();
    assertThat(fault.get("cell").getAsString()).isEqualTo("M2");
    assertThat(fault.get("reason").getAsString()).isEqualTo("r-gone（应为：本项目现行有效的填报编号）");
    byte[] copy =
        Base64.getDecoder().decode(sent.getAsJsonObject("refused").get("base64").getAsString());
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(copy))) {
      assertThat(workbook.getSheetAt(0).getRow(1).getCell(13).getStringCellValue())
          .isEqualTo("更正的填报编号：r-gone（应为：本项目现行有效的填报编号）");
    }
  }

  @Test
  void nothingIsReadWithoutATokenOfOnesOwn() {
    HttpResponse<String> response = get("/sheets/reports/template" + QUERY);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(json(response).get("reason").getAsString()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void whatIsNoSheetIsRefusedInTheReadersLanguage() {
    HttpResponse<String> response = upload(QUERY, new byte[] {'P', 'K', 3, 4, 1, 1});

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("detail").getAsString()).startsWith("工作簿已损坏");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    HttpResponse<String> response = upload(QUERY, new byte[10 * 1024 * 1024 + 1]);

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void onlyTheTwoFormsAreServed() {
    HttpResponse<String> other =
        get("/sheets/secrets/template", "Authorization", token("transport"));
    HttpResponse<String> verb = get("/sheets/reports", "Authorization", token("transport"));

    assertThat(other.statusCode()).isEqualTo(404);
    assertThat(verb.statusCode()).isEqualTo(405);
    assertThat(verb.headers().firstValue("Allow")).contains("POST");
  }
}
