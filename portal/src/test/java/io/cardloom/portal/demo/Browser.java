package io.cardloom.portal.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/** One person's own headless Chromium, and what her hands can do with it. */
final class Browser implements AutoCloseable {

    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    private final ChromeDriver driver;
    private final Path folder;
    private final String portal;
    private final Pictures pictures;

    private Browser(ChromeDriver driver, Path folder, String portal) {
        this.driver = driver;
        this.folder = folder;
        this.portal = portal;
        this.pictures = new Pictures(driver);
    }

    /** A browser with nothing in it yet. */
    static Browser open(String portal) {
        if (!CHROMIUM.canExecute() || !DRIVER.canExecute()) {
            throw new IllegalStateException(
                    "The browser tests need Debian's packages chromium and chromium-driver");
        }
        Path folder = freshFolder();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en-GB",
                "--window-size=1280,900",
                "--user-data-dir=" + folder);
        options.setExperimentalOption("prefs", Map.of("credentials_enable_service", false));
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
        return new Browser(new ChromeDriver(service, options), folder, portal);
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory("cardloom-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String portal() {
        return portal;
    }

    Browser go(String path) {
        driver.get(portal + "/" + path);
        return this;
    }

    /** Signs in at the provider as one of the demo's people, by typing. */
    Browser signIn(String email, String password) {
        go("");
        type("E-mail address", email);
        type("Password", password);
        see(By.cssSelector("button.signin-submit")).click();
        waitFor(d -> address().startsWith(portal) && !address().contains("/login"));
        return this;
    }

    String cookie(String name) {
        return Objects.requireNonNull(driver.manage().getCookieNamed(name)).getValue();
    }

    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    WebElement see(By what) {
        return waitFor(
                d -> {
                    List<WebElement> found = d.findElements(what);
                    return found.stream()
                            .filter(WebElement::isDisplayed)
                            .findFirst()
                            .orElseGet(() -> scrolledTo(found));
                });
    }

    /** What was scrolled out of a frame counts as not displayed: it is shown at the next look. */
    private @Nullable WebElement scrolledTo(List<WebElement> found) {
        found.stream()
                .filter(one -> (boolean) script("return arguments[0].checkVisibility()", one))
                .findFirst()
                .ifPresent(one -> script("arguments[0].scrollIntoView({block: 'center'})", one));
        return null;
    }

    boolean shows(String text) {
        return !driver.findElements(words(text)).isEmpty();
    }

    /** Waits until these words stand somewhere on the page. */
    WebElement read(String text) {
        return see(words(text));
    }

    /** Chooses in the list with this label. */
    void choose(String label, String item) {
        choose(label, By.xpath("//vaadin-select-item[normalize-space(.)=\"" + item + "\"]"));
    }

    /** The same, by the words that the item begins with. */
    void chooseStarting(String label, String words) {
        choose(
                label,
                By.xpath(
                        "//vaadin-select-item[starts-with(normalize-space(.), \""
                                + words
                                + "\")]"));
    }

    private void choose(String label, By item) {
        By list = By.xpath("//vaadin-select[label[normalize-space(.)=\"" + label + "\"]]");
        click(() -> see(list));
        // What still grows above the list pushes it and its items out of sight.
        press(
                () -> {
                    scrollTo(see(list));
                    return see(item);
                });
    }

    /** Presses the topmost button with these words. */
    void press(String label) {
        By button =
                By.xpath(
                        "//*[self::vaadin-button or self::button or self::a]"
                                + "[normalize-space(.)=\""
                                + label
                                + "\"]");
        click(() -> lastShown(button));
    }

    void press(By button) {
        click(() -> see(button));
    }

    void follow(String words) {
        click(() -> lastShown(By.xpath("//a[contains(normalize-space(.), \"" + words + "\")]")));
    }

    private WebElement lastShown(By what) {
        return waitFor(
                d -> {
                    List<WebElement> found = d.findElements(what);
                    List<WebElement> shown =
                            found.stream()
                                    .filter(WebElement::isDisplayed)
                                    .filter(WebElement::isEnabled)
                                    .toList();
                    return shown.isEmpty() ? scrolledTo(found) : shown.getLast();
                });
    }

    private void click(java.util.function.Supplier<WebElement> what) {
        press(
                () -> {
                    WebElement found = what.get();
                    scrollTo(found);
                    return found;
                });
    }

    private void scrollTo(WebElement what) {
        script("arguments[0].scrollIntoView({block: 'center'})", what);
    }

    /** Again until nothing lies over it. */
    private void press(java.util.function.Supplier<WebElement> what) {
        List<RuntimeException> reasons = new java.util.ArrayList<>();
        try {
            waitFor(
                    d -> {
                        try {
                            what.get().click();
                            return true;
                        } catch (StaleElementReferenceException
                                | org.openqa.selenium.ElementClickInterceptedException e) {
                            reasons.add(e);
                            return null;
                        }
                    });
        } catch (RuntimeException e) {
            reasons.stream().skip(Math.max(0, reasons.size() - 1)).forEach(e::addSuppressed);
            throw e;
        }
    }

    /** Types into the field with this label, in place of what stands there. */
    void type(String label, String text) {
        WebElement field = field(label);
        field.sendKeys(org.openqa.selenium.Keys.chord(org.openqa.selenium.Keys.CONTROL, "a"));
        field.sendKeys(text);
        field.sendKeys(org.openqa.selenium.Keys.TAB);
    }

    /** What stands in the field with this label. */
    String value(String label) {
        return java.util.Objects.requireNonNullElse(field(label).getDomProperty("value"), "");
    }

    private WebElement field(String label) {
        return see(
                By.xpath(
                        "//label[starts-with(normalize-space(.), \""
                                + label
                                + "\")]/following::*[self::input or self::textarea][1]"));
    }

    WebElement inEditor(String css) {
        return waitFor(
                d -> {
                    List<WebElement> hosts = d.findElements(By.tagName("cardloom-editor"));
                    if (hosts.isEmpty()) {
                        return null;
                    }
                    List<WebElement> found =
                            hosts.getFirst().getShadowRoot().findElements(By.cssSelector(css));
                    return found.isEmpty() ? null : found.getFirst();
                });
    }

    String editorText(String css) {
        return inEditor(css).getText();
    }

    Actions hands() {
        return new Actions(driver, Duration.ofMillis(60));
    }

    /** Several fingers at once, each on its own way. */
    void perform(Sequence... ways) {
        driver.perform(List.of(ways));
    }

    /** The upper left corner of the window in its own pixels, as PNG. */
    byte[] corner(int width, int height) {
        Map<String, Object> clip =
                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
        Object data =
                driver.executeCdpCommand(
                                "Page.captureScreenshot", Map.of("format", "png", "clip", clip))
                        .get("data");
        return java.util.Base64.getDecoder().decode(String.valueOf(data));
    }

    /** Runs what calls back with its answer, its last argument. */
    Object later(String code, Object... arguments) {
        return Objects.requireNonNullElse(
                ((JavascriptExecutor) driver).executeAsyncScript(code, arguments), "");
    }

    Object script(String code, Object... arguments) {
        return Objects.requireNonNullElse(
                ((JavascriptExecutor) driver).executeScript(code, arguments), "");
    }

    void waitUntil(java.util.function.BooleanSupplier holds) {
        waitFor(
                d -> {
                    try {
                        return holds.getAsBoolean() ? true : null;
                    } catch (StaleElementReferenceException e) {
                        return null;
                    }
                });
    }

    boolean has(By what) {
        return !driver.findElements(what).isEmpty();
    }

    /** One picture of what does not wait to be looked at. */
    void glance(String name) {
        pictures.save(name);
    }

    /** Pictures of the page as it stands, and what is to be right on each. */
    void picture(String name) {
        pictures.take(this, name);
    }

    /** Shows the page as to somebody who likes it light or dark, and at rest. */
    void scheme(String scheme) {
        pictures.scheme(scheme);
    }

    void size(int width, int height) {
        pictures.size(width, height);
    }

    private <T> T waitFor(java.util.function.Function<WebDriver, T> what) {
        ExpectedCondition<T> condition = what::apply;
        try {
            return new WebDriverWait(driver, Duration.ofSeconds(40), Duration.ofMillis(100))
                    .ignoring(StaleElementReferenceException.class)
                    .until(condition);
        } catch (RuntimeException e) {
            pictures.save("failed-" + System.nanoTime());
            throw e;
        }
    }

    private static By words(String text) {
        return By.xpath("//body//*[contains(normalize-space(text()), \"" + text + "\")]");
    }

    @Override
    public void close() {
        driver.quit();
        FileSystemUtils.deleteRecursively(folder.toFile()); // what is still written stays
    }
}
