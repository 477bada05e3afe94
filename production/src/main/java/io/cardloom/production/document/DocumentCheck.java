package io.cardloom.production.document;

import io.cardloom.production.document.lds.AuthenticationData;
import io.cardloom.production.document.lds.CommonData;
import io.cardloom.production.document.lds.DocumentFile;
import io.cardloom.production.document.lds.ElementaryFile;
import io.cardloom.production.document.lds.FaceData;
import io.cardloom.production.document.lds.HolderDetails;
import io.cardloom.production.document.lds.IssueDetails;
import io.cardloom.production.document.lds.MalformedFile;
import io.cardloom.production.document.lds.SecurityFeatures;
import io.cardloom.production.document.lds.SignedObject;
import io.cardloom.production.document.lds.ZoneData;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads a document's files as a border would: each by itself, then all against the signature. */
final class DocumentCheck {

    private DocumentCheck() {}

    /**
     * @throws MalformedFile when one of them is not what it should be
     * @throws IllegalStateException when they are not one whole document of this signer
     */
    static void check(List<DocumentFile> files, X509Certificate signer) {
        Set<ElementaryFile> groups = EnumSet.noneOf(ElementaryFile.class);
        SignedObject.Read signed = null;
        CommonData common = null;
        for (DocumentFile file : files) {
            switch (file.which()) {
                case CARD_ACCESS -> SecurityFeatures.readCardAccess(file.content());
                case COM -> common = CommonData.read(file.content());
                case DG1 -> ZoneData.read(file.content());
                case DG2 -> FaceData.read(file.content());
                case DG11 -> HolderDetails.read(file.content());
                case DG12 -> IssueDetails.read(file.content());
                case DG14 -> SecurityFeatures.readDataGroup14(file.content());
                case DG15 -> AuthenticationData.read(file.content());
                case SOD -> signed = SignedObject.read(file.content());
            }
            if (file.which().dataGroup() != 0) {
                groups.add(file.which());
            }
        }
        if (signed == null
                || common == null
                || !common.dataGroups().equals(groups)
                || !signed.signer().equals(signer)) {
            throw new IllegalStateException("a document that is not whole");
        }
        signed.check(files);
    }
}
