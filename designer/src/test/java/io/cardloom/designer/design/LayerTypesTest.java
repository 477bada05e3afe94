package io.cardloom.designer.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.tenancy.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What schema 2 added: types, tags, and properties that may be left out. */
class LayerTypesTest {

    private static final String HEAD =
            "'face':'front','order':'a1','name':'','x':0,'y':0,'width':10000,'height':8000,"
                    + "'rotation':0,'opacity':1000,'locked':false,'hidden':false,";

    private static final Map<String, String> TYPES =
            Map.of(
                    "text",
                    "'type':'text','text':'Hi','font':'plex-sans','weight':400,'size':3000,"
                            + "'color':'#000000','align':'left'",
                    "field",
                    "'type':'field','key':'expiry','label':'','sample':'','font':'plex-sans',"
                            + "'weight':400,'size':3000,'color':'#000000','align':'left'",
                    "image",
                    "'type':'image','asset':'" + "ab".repeat(32) + "'",
                    "sketch",
                    "'type':'sketch','asset':'" + "ab".repeat(32) + "','color':'#000000'",
                    "shape",
                    "'type':'shape','shape':'star','fill':'#112233'",
                    "path",
                    "'type':'path','d':'M0 0L10 10C1 2 3 4 5 6Z','viewWidth':10,'viewHeight':10,"
                            + "'fill':'#112233'",
                    "code",
                    "'type':'code','symbology':'qr','data':'https://example.org',"
                            + "'color':'#000000'",
                    "slot",
                    "'type':'slot','label':'Partner logo'");

    private static Map<String, Object> tree(String type) {
        Object tree = CanonicalJson.read(("{" + HEAD + TYPES.get(type) + "}").replace('\'', '"'));
        Map<String, Object> layer = new HashMap<>();
        ((Map<?, ?>) tree).forEach((name, value) -> layer.put((String) name, value));
        return layer;
    }

    private static Layer layer(String type, String property, Object value) {
        Map<String, Object> tree = tree(type);
        tree.put(property, value);
        return LayerProperties.layer(tree);
    }

    private static void refused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "field", "image", "sketch", "shape", "path", "code", "slot"})
    void writesATypeWithoutWhatItsDefaultsSayAndReadsItBackWhole(String type) {
        Layer layer = LayerProperties.layer(tree(type));
        TreeMap<String, Object> whole = LayerProperties.whole(layer);

        assertThat(LayerProperties.of(layer)).isEqualTo(new TreeMap<>(tree(type)));
        assertThat(whole).containsEntry("plate", "color").hasSizeGreaterThan(tree(type).size());
        assertThat(LayerProperties.layer(whole)).isEqualTo(layer);
    }

    @ParameterizedTest
    @CsvSource({
        "text,tracking,250",
        "text,arc,-90000",
        "text,shrink,500",
        "field,shrink,1000",
        "image,cropLeft,2500",
        "image,brightness,-40",
        "image,blur,300",
        "shape,radius,3000",
        "shape,strokeWidth,200",
        "shape,fillAngle,45000",
        "sketch,threshold,90"
    })
    void keepsANumberThatIsNotItsDefault(String type, String property, int value) {
        Layer layer = layer(type, property, value);

        assertThat(LayerProperties.of(layer)).containsEntry(property, value);
        assertThat(LayerProperties.layer(LayerProperties.of(layer))).isEqualTo(layer);
    }

    @ParameterizedTest
    @CsvSource({
        "VALUE_OUT_OF_RANGE,text,tracking,1001",
        "VALUE_OUT_OF_RANGE,text,arc,360001",
        "VALUE_OUT_OF_RANGE,field,shrink,99",
        "PROPERTY_UNKNOWN,field,arc,10",
        "CROP_OUT_OF_RANGE,image,cropTop,9901",
        "CROP_OUT_OF_RANGE,image,cropTop,-1",
        "VALUE_OUT_OF_RANGE,image,contrast,101",
        "LENGTH_OUT_OF_RANGE,image,blur,5001",
        "LENGTH_OUT_OF_RANGE,shape,strokeWidth,20001",
        "LENGTH_OUT_OF_RANGE,shape,radius,-1",
        "VALUE_OUT_OF_RANGE,shape,fillAngle,360000",
        "VALUE_OUT_OF_RANGE,sketch,threshold,255",
        "LENGTH_OUT_OF_RANGE,path,viewWidth,0",
        "PROPERTY_TYPE,slot,mandatory,1"
    })
    void refusesANumberOutOfItsBounds(String code, String type, String property, int value) {
        refused(code, () -> layer(type, property, value));
    }

    @Test
    void refusesACropThatLeavesNothing() {
        Map<String, Object> tree = tree("image");
        tree.put("cropLeft", 5_000);
        tree.put("cropRight", 5_000);

        refused("CROP_OUT_OF_RANGE", () -> LayerProperties.layer(tree));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VALUE_UNKNOWN|shape|shape|blob",
                "VALUE_UNKNOWN|image|tone|sepia",
                "VALUE_UNKNOWN|slot|plate|gold",
                "VALUE_UNKNOWN|slot|surface|paper",
                "VALUE_UNKNOWN|code|level|x",
                "COLOR_FORM|image|toneDark|black",
                "COLOR_FORM|shape|stroke|#FFF",
                "COLOR_FORM|code|ground|white",
                "GROUP_FORM|slot|group|grp_1",
                "TEXT_CONTROL_CHARACTER|slot|slot|two\u2028lines",
                "CODE_DATA|code|data|''",
                "TEXT_CONTROL_CHARACTER|code|data|be\u0007ll"
            })
    void refusesAWordOutOfItsBounds(String code, String type, String property, String value) {
        refused(code, () -> layer(type, property, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "L1 1",
                "Z",
                "M1",
                "M1 2 3",
                "M1 2C1 2 3",
                "M1 2m3 4",
                "M1.5 2",
                "M1 2A1 1 0 0 1 2 2",
                "M1 2L1 2 url(#a)",
                " M1 2",
                "M1 2Z5",
                "M10000000 1",
                "M2000000 1"
            })
    void refusesPathDataOutsideItsSmallLanguage(String d) {
        refused("PATH_FORM", () -> layer("path", "d", d));
    }

    @Test
    void readsAPathOfTheLongestLengthAndRefusesALongerOneAtOnce() {
        String most = "M0 0" + "L1 1".repeat(4_999);

        assertThat(layer("path", "d", most)).isNotNull();
        refused("PATH_FORM", () -> layer("path", "d", most + "L1 1"));
        refused("PATH_FORM", () -> layer("path", "d", "M" + "1 ".repeat(9_999) + "x"));
    }

    @Test
    void refusesDataThatACodeCannotSay() {
        Map<String, Object> ean = tree("code");
        ean.put("symbology", "ean13");
        for (String data : List.of("4006381333932", "400638133393", "4006381333931x")) {
            ean.put("data", data);
            refused("CODE_DATA", () -> LayerProperties.layer(ean));
        }
        // Published example: the EAN-13 of a common office product, check digit 1.
        ean.put("data", "4006381333931");
        assertThat(LayerProperties.layer(ean)).isNotNull();
        Map<String, Object> code128 = tree("code");
        code128.put("symbology", "code128");
        code128.put("data", "Zoë");
        refused("CODE_DATA", () -> LayerProperties.layer(code128));
    }

    @Test
    void opensADocumentOfEveryOlderVersion() throws IOException {
        for (int schema = 1; schema < DesignDocument.SCHEMA; schema++) {
            String json = stored("document-schema-" + schema + ".json");
            DesignDocument document = DesignJson.read(json);

            assertThat(document.schema()).isEqualTo(DesignDocument.SCHEMA);
            assertThat(document.layers()).hasSize(4);
            assertThat(document.layers().values())
                    .allSatisfy(layer -> assertThat(layer.tags()).isEqualTo(LayerTags.NONE));
            assertThat(DesignJson.read(DesignJson.write(document))).isEqualTo(document);
        }
    }

    private static String stored(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(LayerTypesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
