"""What each group may do with the rates: écrire des brouillons, publier, lire.

Permission rows normally appear after all migrations; they are made here first so that
the groups can hold them on a fresh database.
"""

from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

READ = {
    "view_ratetable": ("ratetable", "Can view barème"),
    "view_rateslot": ("rateslot", "Can view taux"),
    "view_rateversion": ("rateversion", "Can view version de barème"),
    "view_ratevalue": ("ratevalue", "Can view valeur"),
}
WRITE = {
    "add_rateversion": ("rateversion", "Can add version de barème"),
    "change_rateversion": ("rateversion", "Can change version de barème"),
    "delete_rateversion": ("rateversion", "Can delete version de barème"),
    "add_ratevalue": ("ratevalue", "Can add valeur"),
    "change_ratevalue": ("ratevalue", "Can change valeur"),
    "delete_ratevalue": ("ratevalue", "Can delete valeur"),
}
PUBLISH = {"publish_rateversion": ("rateversion", "Peut publier une version de barème")}
GROUPS = {"éditeur": READ | WRITE, "vérificateur": READ | PUBLISH, "lecteur": READ}


def grant(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give each group its permissions, making what is not there yet."""
    group_model: Any = apps.get_model("auth", "Group")
    for name, permissions in GROUPS.items():
        group, _ = group_model.objects.get_or_create(name=name)
        for codename, (model, title) in permissions.items():
            group.permissions.add(_permission(apps, codename, model, title))


def _permission(apps: Apps, codename: str, model: str, title: str) -> Any:
    types: Any = apps.get_model("contenttypes", "ContentType")
    permissions: Any = apps.get_model("auth", "Permission")
    content_type, _ = types.objects.get_or_create(app_label="rates", model=model)
    permission, _ = permissions.objects.get_or_create(
        codename=codename, content_type=content_type, defaults={"name": title}
    )
    return permission


def revoke(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the permissions back; the groups stay, others may use them."""
    permissions: Any = apps.get_model("auth", "Permission")
    for permission in permissions.objects.filter(content_type__app_label="rates"):
        permission.group_set.clear()


class Migration(migrations.Migration):
    """Groups and their permissions."""

    dependencies = [
        ("rates", "0001_initial"),
        ("accounts", "0002_groups"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, revoke)]
