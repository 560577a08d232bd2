import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";

interface GiftPhotosProps {
  giftId: number;
  photos: { photoId: number; smallId: number }[];
}

/** A gift's photos in their order, and another one. */
export function GiftPhotos({ giftId, photos }: GiftPhotosProps) {
  const t = useT();
  const to = `/admin/gifts/${giftId}/photos`;
  const sending = useNavigation().formAction === to;
  return (
    <>
      {photos.length > 0 && (
        <ul className="mb-4 grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-4">
          {photos.map(({ photoId, smallId }, place) => (
            <li key={photoId}>
              <img
                src={`/gifts/photos/${smallId}`}
                alt={t("giftKeeping.photo.numbered", { number: place + 1 })}
                width={360}
                height={270}
                className="aspect-[4/3] w-full rounded-md border border-rule object-cover"
              />
              <Form
                method="post"
                action={to}
                encType="multipart/form-data"
                className="mt-1 flex gap-2"
              >
                <input type="hidden" name="photo" value={photoId} />
                {place > 0 && (
                  <Button
                    name="intent"
                    value="up"
                    look="bare"
                    aria-label={t("giftKeeping.photo.upNumbered", { number: place + 1 })}
                  >
                    {t("giftKeeping.photo.up")}
                  </Button>
                )}
                <Button
                  name="intent"
                  value="remove"
                  look="bare"
                  aria-label={t("giftKeeping.photo.removeNumbered", { number: place + 1 })}
                >
                  {t("giftKeeping.photo.remove")}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form
        method="post"
        action={to}
        encType="multipart/form-data"
        key={photos.length}
        className="grid max-w-xl justify-items-start gap-3"
      >
        <Field id="photo" label={t("giftKeeping.photo.file")} hint={t("giftKeeping.photo.hint")}>
          {(wiring) => (
            <input
              type="file"
              name="picture"
              accept="image/jpeg,image/png,image/webp"
              {...wiring}
              className="control"
            />
          )}
        </Field>
        <Button name="intent" value="add" look="quiet" pending={sending}>
          {t("giftKeeping.photo.add")}
        </Button>
      </Form>
    </>
  );
}
