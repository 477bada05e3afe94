package io.cardloom.designer.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cardloom.designer.cardbody.CardBodyId;
import io.cardloom.tenancy.refusal.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesignJsonTest {

    private static final CardBodyId BODY = new CardBodyId("bod_00000000000000000000000001");

    private static void refused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> {
                            assertThat(r.code()).isEqualTo(code);
                            assertThat(r.sentence()).endsWith(".");
                        });
    }

    private static DesignDocument full() {
        return new DesignDocument(
                DesignDocument.SCHEMA,
                BODY,
                Map.of(
                        Layers.id(1), Layers.shape(),
                        Layers.id(2), Layers.text(),
                        Layers.id(3), Layers.field(),
                        Layers.id(4), Layers.image()));
    }

    @Test
    void readsBackEachTypeOfLayerAsItWasWritten() {
        String json = DesignJson.write(full());

        assertThat(DesignJson.read(json)).isEqualTo(full());
        assertThat(DesignJson.write(DesignJson.read(json))).isEqualTo(json);
    }

    @Test
    void writesTheSameTextWhateverTheOrderOfTheLayersWas() {
        Map<LayerId, Layer> other = new HashMap<>();
        for (int i : new int[] {4, 2, 1, 3}) {
            other.put(Layers.id(i), full().layers().get(Layers.id(i)));
        }

        assertThat(DesignJson.write(new DesignDocument(DesignDocument.SCHEMA, BODY, other)))
                .isEqualTo(DesignJson.write(full()));
    }

    @Test
    void writesALayerFlat() {
        assertThat(DesignJson.write(Layers.shape()))
                .isEqualTo(
                        "{\"face\":\"front\",\"fill\":\"#0b3d2e\",\"height\":55980,"
                                + "\"hidden\":false,\"locked\":false,\"name\":\"Background\","
                                + "\"opacity\":1000,\"order\":\"a0\",\"rotation\":0,"
                                + "\"shape\":\"rectangle\",\"type\":\"shape\",\"width\":87600,"
                                + "\"x\":-1000,\"y\":-1000}");
    }

    @Test
    void readsBackEachKindOfEdit() {
        for (EditCommand command :
                new EditCommand[] {
                    new EditCommand.AddLayer(Layers.id(1), Layers.field()),
                    new EditCommand.SetProperties(
                            Layers.id(1), Map.of("x", 5, "hidden", true, "text", "x")),
                    new EditCommand.RemoveLayer(Layers.id(1))
                }) {
            assertThat(DesignJson.readCommand(DesignJson.write(command))).isEqualTo(command);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LAYER_TYPE_UNKNOWN|type|movie",
                "VALUE_UNKNOWN|face|inside",
                "VALUE_UNKNOWN|align|justify",
                "ORDER_FORM|order|a-b",
                "COLOR_FORM|color|red",
                "COLOR_FORM|color|#FFFFFF",
                "COLOR_FORM|color|#ffffff80",
                "FONT_UNKNOWN|font|../../etc/passwd",
                "TEXT_CONTROL_CHARACTER|text|two\u2028lines",
                "TEXT_CONTROL_CHARACTER|text|be\u0007ll",
                "PROPERTY_TYPE|x|12",
                "PROPERTY_TYPE|locked|true"
            })
    void refusesAWordThatNoLayerHas(String code, String property, String value) {
        refused(code, () -> layer(property, value));
    }

    @ParameterizedTest
    @CsvSource({
        "LENGTH_OUT_OF_RANGE,x,1000001",
        "LENGTH_OUT_OF_RANGE,y,-1000001",
        "LENGTH_OUT_OF_RANGE,width,0",
        "LENGTH_OUT_OF_RANGE,height,-5",
        "LENGTH_OUT_OF_RANGE,size,199",
        "LENGTH_OUT_OF_RANGE,size,100001",
        "ROTATION_OUT_OF_RANGE,rotation,360000",
        "ROTATION_OUT_OF_RANGE,rotation,-1",
        "OPACITY_OUT_OF_RANGE,opacity,1001",
        "WEIGHT_UNKNOWN,weight,450",
        "PROPERTY_TYPE,name,7",
        "PROPERTY_UNKNOWN,zoom,7",
        "PROPERTY_UNKNOWN,fill,7"
    })
    void refusesANumberOutOfBounds(String code, String property, int value) {
        refused(code, () -> layer(property, value));
    }

    private static Layer layer(String property, Object value) {
        TreeMap<String, Object> properties = LayerProperties.of(Layers.text());
        properties.put(property, value);
        return LayerProperties.layer(properties);
    }

    @Test
    void refusesALayerWithoutOneOfItsProperties() {
        for (Layer whole :
                new Layer[] {Layers.shape(), Layers.text(), Layers.field(), Layers.image()}) {
            for (String property : LayerProperties.of(whole).keySet()) {
                TreeMap<String, Object> lacking = LayerProperties.of(whole);
                lacking.remove(property);
                refused("PROPERTY_MISSING", () -> LayerProperties.layer(lacking));
            }
        }
    }

    @Test
    void countsCharactersNotCodeUnits() {
        String most = "\ud83d\ude00".repeat(500);

        assertThat(layer("text", most).content())
                .isInstanceOfSatisfying(
                        TextContent.class, t -> assertThat(t.text()).isEqualTo(most));
        refused("TEXT_TOO_LONG", () -> layer("text", most + "x"));
        refused("TEXT_CONTROL_CHARACTER", () -> layer("text", "half \ud83d"));
    }

    /** Fifteen random digits and the check digit that makes them an account number. */
    private static String numberThatLooksReal(Random random) {
        StringBuilder digits = new StringBuilder("4");
        for (int i = 0; i < 14; i++) {
            digits.append(random.nextInt(10));
        }
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int weighed = (digits.charAt(14 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighed / 10 + weighed % 10;
        }
        return digits.append((10 - sum % 10) % 10).toString();
    }

    @Test
    void refusesWhatLooksLikeARealAccountNumberAndLetsOneWithAWrongDigitPass() {
        Random random = new Random(7812);
        for (int i = 0; i < 200; i++) {
            String real = numberThatLooksReal(random);
            String grouped = real.replaceAll("(.{4})(?!$)", "$1 ");
            char wrong = real.charAt(15) == '9' ? '0' : (char) (real.charAt(15) + 1);

            refused("SAMPLE_LOOKS_REAL", () -> layer("text", "No. " + real + "!"));
            refused("SAMPLE_LOOKS_REAL", () -> layer("text", grouped));
            refused("SAMPLE_LOOKS_REAL", () -> layer("name", "1 " + grouped + " 77"));
            assertThat(layer("text", grouped.substring(0, 18) + wrong)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000 0000 0000 0000", "tel. 0049 30 901820 12", "EST. 1884"})
    void letsSamplesPassThatAreNoAccountNumber(String text) {
        assertThat(layer("text", text)).isNotNull();
    }

    @Test
    void refusesMoreLayersThanADesignMayHave() {
        Map<LayerId, Layer> layers = new HashMap<>();
        for (int i = 0; i < DesignDocument.MOST_LAYERS; i++) {
            layers.put(Layers.id(i), Layers.shape());
        }
        DesignDocument most = new DesignDocument(DesignDocument.SCHEMA, BODY, layers);

        assertThat(DesignJson.read(DesignJson.write(most))).isEqualTo(most);
        refused("LAYERS_TOO_MANY", () -> most.with(Layers.id(900), Layers.shape()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SCHEMA_UNKNOWN|{\"schema\":3,\"cardBody\":\"bod_00000000000000000000000001\",\"layers\":{}}",
                "SCHEMA_UNKNOWN|{\"cardBody\":\"bod_00000000000000000000000001\",\"layers\":{}}",
                "DOCUMENT_FORM|{\"schema\":1,\"cardBody\":\"bod_00000000000000000000000001\"}",
                "DOCUMENT_FORM|{\"schema\":1,\"cardBody\":\"bod_00000000000000000000000001\",\"layers\":[]}",
                "DOCUMENT_FORM|{\"schema\":1,\"cardBody\":\"bod_00000000000000000000000001\",\"layers\":{},\"x\":1}",
                "ID_FORM|{\"schema\":1,\"cardBody\":\"dsn_00000000000000000000000001\",\"layers\":{}}",
                "ID_FORM|{\"schema\":1,\"cardBody\":\"bod_00000000000000000000000001\",\"layers\":{\"a\":{}}}",
                "DOCUMENT_NOT_JSON|<svg/>"
            })
    void refusesADocumentOfAnotherForm(String code, String json) {
        refused(code, () -> DesignJson.read(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EDIT_FORM|{\"op\":\"paint\",\"id\":\"lay_00000000000000000000000001\"}",
                "EDIT_FORM|{\"op\":\"remove\",\"id\":\"lay_00000000000000000000000001\",\"why\":\"\"}",
                "EDIT_FORM|{\"op\":\"set\",\"id\":\"lay_00000000000000000000000001\"}",
                "ID_FORM|{\"op\":\"remove\",\"id\":7}",
                "PROPERTY_TYPE|{\"op\":\"set\",\"id\":\"lay_00000000000000000000000001\",\"changes\":{\"x\":[1]}}",
                "PROPERTY_TYPE|{\"op\":\"set\",\"id\":\"lay_00000000000000000000000001\",\"changes\":{\"x\":99999999999}}",
                "EDIT_FORM|[]"
            })
    void refusesAnEditOfAnotherForm(String code, String json) {
        refused(code, () -> DesignJson.readCommand(json));
    }
}
